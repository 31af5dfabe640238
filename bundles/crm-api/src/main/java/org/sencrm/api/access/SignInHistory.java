package org.sencrm.api.access;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who signed in, or tried to, for half a year. Tries against a lock are not told one by one, so nobody can push out what
 * matters. Thread safe.
 *
 * @since 1.4
 */
@ProviderType
public interface SignInHistory {

    /**
     * What concerns one user, newest first.
     *
     * @param before number of an entry; only older ones are given; 0 for the newest
     * @param limit 1 to 200
     * @throws org.sencrm.api.fault.Forbidden for anybody but the user and administrators
     */
    List<Entry> of(Caller caller, long userId, long before, int limit);

    /**
     * What concerns anybody, names that nobody has included, newest first.
     *
     * @throws org.sencrm.api.fault.Forbidden for anybody but administrators
     */
    List<Entry> all(Caller caller, long before, int limit);

    /**
     * One sign-in, or one try.
     *
     * @param user id; null where nobody has the name that was typed, which is not kept
     * @param userName null where there is no such user (any more)
     * @param address of the one who tried, as seen by the server; null where somebody signed in had to prove it again
     * @param through the channel: {@code ui}, {@code rest} …
     */
    record Entry(long id, Instant at, Long user, String userName, Outcome outcome, String address, String through) {}

    /** What came of it. */
    enum Outcome {
        SIGNED_IN,
        /** Name and password did not fit, or the user may not sign in. */
        REFUSED,
        /** Name and password were right, the answer of the second factor was not. */
        CODE_REFUSED,
        /** Name and password fit, and the address is none from which the user may work. */
        ADDRESS_REFUSED,
        /** After this try the name is locked for a while. */
        NAME_LOCKED,
        /** After this try the address is locked for a while. */
        ADDRESS_LOCKED;

        /** The name in REST. */
        public String code() {
            return switch (this) {
                case SIGNED_IN -> "signedIn";
                case REFUSED -> "refused";
                case CODE_REFUSED -> "codeRefused";
                case ADDRESS_REFUSED -> "addressRefused";
                case NAME_LOCKED -> "nameLocked";
                case ADDRESS_LOCKED -> "addressLocked";
            };
        }
    }
}
