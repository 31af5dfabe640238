package org.sencrm.api.access;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.record.Reference;

/**
 * Records shared with single people and teams. A share widens how far a right reaches, and gives none: it opens one record
 * to read, and to change where it says so, for those whose roles grant that right for at least some records of the type,
 * be it only their own. What an export reads it opens likewise. Fields that lists hide from somebody stay hidden, and
 * deleting, sharing on and giving to another owner or team need the right without the share. For a team it counts for
 * whoever belongs to it or manages it at the time.
 *
 * <p>Only who may change a record by their own roles shares it. Sharing and taking back stand in the record's history under
 * the words {@value #TO_READ} and {@value #TO_CHANGE}, and those with whom it is shared are notified. Records of
 * administrative types, and views, sets and favourites, are not shared this way. The shares of a record go with it when it
 * is purged, and are carried to the record that stays when two are merged.
 *
 * <p>Thread safe. All methods throw {@link org.sencrm.api.fault.NotFound} where the type or the record is not there for the
 * caller, and {@link org.sencrm.api.fault.Forbidden} where the caller may know of it and not do this.
 *
 * <pre>{@code
 * Reference lan = Reference.to("users", 42);
 * shares.share(caller, "accounts", account, lan, false);
 * }</pre>
 */
@ProviderType
public interface Shares {

    /** Field of a change in the history that tells with whom the record was shared, or not any more, to be read. */
    String TO_READ = "sharedToRead";

    /** As {@link #TO_READ}, to be changed too. */
    String TO_CHANGE = "sharedToChange";

    /** Whether the caller may share this very record, and take back what is shared. False where there is none. */
    boolean mayShare(Caller caller, String type, long record);

    /** With whom the record is shared, oldest first, for those who may change it. */
    List<Share> list(Caller caller, String type, long record);

    /**
     * People with whom the record can be shared, then teams, of whose name words begin as {@code text}, each by name; for
     * those who may change it.
     *
     * @param text what was typed of a name; empty for anybody
     * @param limit 1 to 50, of each
     */
    List<Reference> offered(Caller caller, String type, long record, String text, int limit);

    /**
     * Shares a record; where it is shared with them already, that becomes as asked for.
     *
     * @param with of type {@code users} or {@code teams}
     * @throws org.sencrm.api.fault.InvalidRecord where {@code with} is nobody who works here, no team, or a person whom no
     *     role lets see any record of the type
     */
    Share share(Caller caller, String type, long record, Reference with, boolean mayChange);

    /**
     * Takes a share back.
     *
     * @param share its id
     * @throws org.sencrm.api.fault.NotFound also where the record has no such share
     */
    void takeBack(Caller caller, String type, long record, long share);
}
