package org.sencrm.api.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.record.Reference;

/** What a caller may do, for those who offer or leave out a button. The engine checks again whatever a screen shows. */
@ProviderType
public interface Access {

    /**
     * The setting that says how many records of others stand behind each figure of
     * {@link org.sencrm.api.record.Records#companyTotals}, at least 3.
     *
     * @since 1.6
     */
    String TOTALS_FEWEST = "access.totalsFewest";

    /**
     * What it is as long as nothing is set.
     *
     * @since 1.6
     */
    String TOTALS_FEWEST_USUAL = "5";

    /**
     * The setting that names further fields by which there are groups in
     * {@link org.sencrm.api.record.Records#companyTotals}, beside the field of the type's board: choices, or {@code team}, as
     * in {@code accounts.journeyStage, deals.team}. Two fields of one type must not contain one another, as a region its
     * provinces: the difference of their groups would tell of single records.
     *
     * @since 1.6
     */
    String TOTALS_FIELDS = "access.totalsFields";

    /** Whether the right is granted for at least some records of the type. False for a type that is not there. */
    boolean may(Caller caller, Right right, String type);

    /**
     * Whether the caller may make records of the type that others find too. Views differ from other types here: everybody
     * keeps some, and shares them where a role grants it. False for a type that is not there.
     */
    default boolean mayShare(Caller caller, String type) {
        return may(caller, Right.CREATE, type);
    }

    /** Whether the caller may change this very record. */
    boolean mayUpdate(Caller caller, String type, long id);

    /** Names of the fields of the type that the caller may not read. */
    Set<String> hiddenFields(Caller caller, String type);

    boolean isAdministrator(Caller caller);

    /**
     * Whether the caller is a partner or a customer, who knows nobody here but themselves and reaches what belongs to their
     * company only, whatever their roles say.
     *
     * @since 1.7
     */
    default boolean isOutside(Caller caller) {
        return false;
    }

    /**
     * Whether the caller has a permission that a module declares as a {@link ModulePermission}: the product itself,
     * administrators, and whoever has a role that grants it. False for everybody else, also where nobody declares it.
     */
    default boolean allows(Caller caller, String permission) {
        return caller.isSystem() || isAdministrator(caller);
    }

    /**
     * Whether the module is there for the caller as far as roles go: false where each of the caller's roles has it switched
     * off. Then its record types, screens, panels, tiles, actions and REST resources are as if it were not installed; its
     * rules still watch over records that others share with it. True for administrators, and for a module that is not
     * installed.
     *
     * @param module its id, e.g. {@code crm-sales}
     */
    default boolean mayUse(Caller caller, String module) {
        return true;
    }

    /**
     * Whether the caller could do something dangerous now, as far as {@link #requireProof} goes.
     *
     * @since 1.5
     */
    default boolean isProven(Caller caller) {
        return true;
    }

    /**
     * Lets pass whoever proved lately who they are. The minutes are the setting {@link org.sencrm.api.signin.Proofs#MINUTES},
     * counted from the sign-in or the last {@link org.sencrm.api.signin.Proofs#prove}. Asked by whatever does something
     * dangerous, before it does it; {@link NeedsProof} tells what that is. Callers who sit at no browser pass: an API token was
     * made by somebody who had proved it, and the product itself cannot be asked. So does a job that began with a proof.
     *
     * @throws org.sencrm.api.signin.ProofRequired for anybody else at a browser
     * @throws org.sencrm.api.fault.Forbidden for a token that is limited, see {@link Scopes}
     * @since 1.5
     */
    default void requireProof(Caller caller) {}

    /** The caller in full. */
    Profile profile(Caller caller);

    /**
     * @param permissions by type, the codes of the rights granted
     */
    record Profile(
            long userId,
            String userName,
            String name,
            String email,
            boolean administrator,
            List<Reference> roles,
            List<Reference> teams,
            Map<String, List<String>> permissions) {}
}
