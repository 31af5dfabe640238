package org.sencrm.api.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.NeedsProof;

/**
 * The second factors of people. Whoever has one is asked for it; whether one has to be had is up to the roles ({@code
 * secondFactorFrom}) and the setting {@link #EVERYBODY_FROM}. Each change ends the sessions of the user, is written to the
 * security log and told to the user. Thread safe.
 *
 * <p>Faults: {@link org.sencrm.api.fault.NotFound} for a factor that is not there or somebody else's, {@link
 * org.sencrm.api.fault.InvalidRecord} for a code that is not right, {@link org.sencrm.api.fault.Forbidden} for what needs an
 * administrator or a proof, {@link org.sencrm.api.fault.NotNow} for the last factor of somebody who has to have one.
 */
@ProviderType
public interface Factors {

    /** Setting of the company: the day from which everybody has to have a factor, as {@code 2026-12-31}; none for nobody. */
    String EVERYBODY_FROM = "company.secondFactorFrom";

    /** Setting of the company: for how many days somebody who has to have a factor still gets in without one; 1 to 90. */
    String GRACE_DAYS = "company.secondFactorGrace";

    /** What {@link #GRACE_DAYS} is until somebody decides. */
    int USUAL_GRACE_DAYS = 7;

    /** The longest that {@link #GRACE_DAYS} can be. @since 1.2 */
    int MOST_GRACE_DAYS = 90;

    /**
     * Setting of the company: {@code false} where one administrator alone may let somebody in again who has no second factor
     * left. Unless set, two have to agree wherever there are two besides that user.
     *
     * @since 1.2
     */
    String RECOVERY_BY_TWO = "company.secondFactorResetByTwo";

    /** The kinds that people can set up now; those that only stand in for others are left out. */
    List<String> kinds();

    /** The caller's own, also those that are not confirmed yet; oldest first. */
    List<Factor> own(Caller caller);

    /**
     * The confirmed ones of everybody, for instance to bring a list of keys up to date; oldest first. Only administrators and
     * the product itself.
     *
     * @param kind as in {@link FactorKind#KIND}
     */
    List<Factor> all(Caller caller, String kind);

    /** When the caller will not get in any more without a factor; empty for somebody who has one or needs none. */
    Optional<Instant> dueBy(Caller caller);

    /**
     * Begins to set up a factor of the caller's own, in place of one that was begun and not confirmed. It counts for nothing
     * until it is confirmed, which has to be within an hour.
     *
     * @param label at most 100 characters; null for the name of the kind
     */
    @NeedsProof
    Begun enrol(Caller caller, String kind, String label);

    /**
     * Confirms a factor of the caller's own by a right answer, which is spent thereby.
     *
     * @param answer as typed, or as JSON where the kind told options
     * @return recovery codes, told this once; they take the place of earlier ones. None where no module has such codes
     */
    List<String> confirm(Caller caller, long id, String answer);

    /**
     * Takes a factor of the caller's own away.
     *
     * @param password overwritten; null for another proof
     * @param answer an answer of any of the caller's factors; looked at only without a password. Neither is needed for one
     *     that was never confirmed, nor at a browser by whoever proved lately who they are
     * @throws org.sencrm.api.signin.ProofRequired at a browser, without password and answer, by whoever did not
     */
    void remove(Caller caller, long id, char[] password, String answer);

    /**
     * Takes a factor away that is lost or must not be used any more, with all that it opened: sessions and API tokens of its
     * user. Only administrators and the product itself. Who has to have a factor and has none left may set one up again
     * within the days of {@link #GRACE_DAYS}; where two have to agree ({@link #RECOVERY_BY_TWO}) nobody gets in as that user
     * before the second did by {@link #reset}. Nothing happens where the factor is gone already.
     */
    @NeedsProof
    void revoke(Caller caller, long id);

    /**
     * As {@link #revoke} for all factors of a user; administrators can do so for others, not for themselves. Where two have to
     * agree ({@link #RECOVERY_BY_TWO}) the first call changes nothing yet: it tells the other administrators and the user, and
     * the call of another administrator within a day does it. {@link #isResetAsked} tells which it was.
     */
    @NeedsProof
    void reset(Caller caller, long userId);

    /**
     * Whether an administrator asked for a reset within the last day to which a second one has not agreed yet. Only
     * administrators and the product itself.
     *
     * @since 1.2
     */
    boolean isResetAsked(Caller caller, long userId);

    /**
     * A factor that waits to be confirmed.
     *
     * @param told what the person is told this once, as the kind has it
     */
    record Begun(Factor factor, Map<String, Object> told) {}
}
