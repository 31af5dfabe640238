package org.sencrm.api.talk;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Reference;

/**
 * Comments on records of any type. Who may read the record reads its comments, and may comment on it; everybody changes
 * and deletes the own ones, an administrator deletes any. A comment is an entry of the record's timeline. Whoever is
 * mentioned and whoever follows the record is told of it. Thread safe.
 *
 * <p>Faults: {@link org.sencrm.api.fault.NotFound} for a record or comment that is not there or may not be seen,
 * {@link org.sencrm.api.fault.Forbidden} for a comment of somebody else,
 * {@link org.sencrm.api.fault.InvalidRecord} for a text that is empty or too long ({@code text}) and for people who are
 * mentioned and may not see the record ({@code mentions}).
 *
 * <p>Each change commits before the call returns, or joins the transaction of
 * {@link org.sencrm.api.record.Records#inTransaction} around it.
 */
@ProviderType
public interface Comments {

    /** Kind of the entries of a timeline that are comments, and the field of which listeners of changes are told. */
    String KIND = "comment";
    /** In place of a record type, for references to a comment. */
    String TYPE = "comments";
    /** Most characters of a comment. */
    int LONGEST = 10_000;
    /** Most people whom one comment mentions. */
    int MOST_MENTIONED = 20;

    /** @param mentions ids of users who are to be told of it, whether or not they follow the record */
    Comment add(Caller caller, String type, long record, String text, Set<Long> mentions);

    /**
     * The comments on a record, newest first.
     *
     * @param limit 1 to 200
     * @param before id of a comment; only older ones are given; 0 for the newest
     */
    List<Comment> list(Caller caller, String type, long record, int limit, long before);

    Comment get(Caller caller, long id);

    /** Says it otherwise. Only those are told who were not mentioned before. */
    Comment edit(Caller caller, long id, String text, Set<Long> mentions);

    /** Puts a comment out of sight. {@link #restore} takes it out of the trash for at least a day. */
    void delete(Caller caller, long id);

    /** @throws org.sencrm.api.fault.NotFound where it is not in the trash, or not any more */
    Comment restore(Caller caller, long id);

    /**
     * Users who may read the record and whose name has words that begin so, for a completion.
     *
     * @param text what was typed of a name; empty for anybody
     * @param limit 1 to 50
     */
    List<Reference> mentionable(Caller caller, String type, long record, String text, int limit);
}
