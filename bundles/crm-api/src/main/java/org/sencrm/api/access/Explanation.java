package org.sencrm.api.access;

import java.util.List;
import java.util.Set;
import org.sencrm.api.record.Reference;

/**
 * Why somebody may see a record, and do what with it: what the gate itself finds for that person.
 *
 * @param rights those of {@link Right#READ}, {@link Right#UPDATE}, {@link Right#DELETE} and {@link Right#EXPORT} that the
 *     person has to the record
 * @param reasons all of them for each of these rights; never empty for a right that the person has
 * @param refusals one for each of these rights that the person does not have
 * @param hiddenFields names of the fields of the record that the person may not read; empty where the record itself is
 *     out of reach
 * @param totals the roles, with their names, by which the record counts in company totals that the person sees, though the
 *     person may not read it; see {@link org.sencrm.api.record.Records#companyTotals}
 */
public record Explanation(
        Set<Right> rights,
        List<Reason> reasons,
        List<Refusal> refusals,
        Set<String> hiddenFields,
        List<Reference> totals) {

    /** Of a record that is in no totals beyond what the person reads. */
    public Explanation(Set<Right> rights, List<Reason> reasons, List<Refusal> refusals, Set<String> hiddenFields) {
        this(rights, reasons, refusals, hiddenFields, List.of());
    }

    /**
     * @param role whose line grants the right, with its name; null where no role is needed, as for administrators, and for
     *     a share, which widens a role's reach
     * @param scope of the line: {@code own}, {@code linked}, {@code team}, {@code subtree} or {@code all}, as far as it
     *     goes for the person: no farther than {@code linked} for partners and customers; null where role is
     * @param through for {@link Because#TEAM} the record's team, for {@link Because#LINKED} the account, for {@link Because#SHARED} the person or team that it is
     *     shared with; null for others
     */
    public record Reason(Right right, Reference role, String scope, Because because, Reference through) {}

    public record Refusal(Right right, Why why) {}

    /** What makes the record one that the right reaches. */
    public enum Because {
        /** An administrator may do everything. */
        ADMINISTRATOR,
        /** Who works here, and in which team, is known to everybody. */
        DIRECTORY,
        /** The role's line reaches all records of the type. */
        ALL,
        /** The person owns the record. */
        OWNER,
        /**
         * It belongs to the person's company, which the role's line reaches: it is the company's account, or points to it.
         *
         * @since 1.7
         */
        LINKED,
        /** The record is of a team that the role's line reaches. */
        TEAM,
        /** The record is shared with the person or with one of the person's teams. */
        SHARED,
        /** A view or set that its author shows to the person. */
        SHOWN
    }

    /** Why a right is not there. */
    public enum Why {
        /** The person is not active. */
        INACTIVE,
        /** No role grants the right for the type. */
        NO_ROLE,
        /** A role grants it, but reaches other records only. */
        OUT_OF_REACH,
        /** The right is granted, but nobody uses it on a record that they may not read. */
        UNREADABLE
    }
}
