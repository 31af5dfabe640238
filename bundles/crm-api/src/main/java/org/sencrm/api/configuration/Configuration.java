package org.sencrm.api.configuration;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.NeedsProof;

/**
 * What the company set up of its own, apart from what the modules declare: an update of a module touches none of it. Made
 * of {@link ConfigurationPart}s. Only administrators; others get {@link org.sencrm.api.fault.Forbidden}. Thread safe.
 *
 * <p>A configuration travels as a file of JSON. {@code format} is {@link #FORMAT}; {@code product} and {@code modules}
 * tell the versions that it was taken from, {@code types} from which module each record type comes that it is about; {@code
 * parts} holds by name of the part, then by key of the item, its value. Written twice it is the same text, so that it can be
 * kept in version control. It holds no ids of the database and no secrets.
 */
@ProviderType
public interface Configuration {

    /** Of the file. */
    int FORMAT = 1;

    /** More items a file does not hold. */
    int MOST_ITEMS = 10_000;

    /**
     * What differs from that which the modules declare, part by part in their order; parts without a change are left out. A
     * part that fails is told ({@link Area#problem}) and hides no other.
     */
    List<Area> changes(Caller caller);

    /** Takes one change back, however it is now. */
    default ConfigurationItem takeBack(Caller caller, String part, String key) {
        return takeBack(caller, part, key, null);
    }

    /**
     * Takes one change back.
     *
     * @param version the {@link Change#version} that the caller saw; null to take back whatever is there
     * @return the item as it was, for {@link #putBack}
     * @throws org.sencrm.api.fault.NotFound where there is no such part or change
     * @throws org.sencrm.api.fault.Conflict where somebody changed it since: it stays as it is
     * @throws org.sencrm.api.fault.InvalidRequest for one that cannot be taken back
     */
    ConfigurationItem takeBack(Caller caller, String part, String key, Long version);

    /**
     * Undoes {@link #takeBack}.
     *
     * @throws org.sencrm.api.fault.Conflict where somebody made another one of the key since: that stays
     */
    void putBack(Caller caller, String part, ConfigurationItem item);

    /**
     * All changes as a file, line by line and in an order that is always the same. A part that fails is left out and named in
     * the member {@code missing}; whoever brings the file somewhere is told.
     */
    String write(Caller caller);

    /**
     * Brings a configuration here: what it has is made or changed, what it does not have stays as it is. Items are applied
     * one by one, after those that they need, and each is reported; one that is refused stops none but those that need it.
     * Doing it twice changes nothing the second time.
     *
     * @param file as {@link #write} gave it, here or in another installation
     * @param dryRun whether only to tell what would happen; nothing is written then. What only the data of the records can
     *     tell, as two records with the same value of a field that is to be unique, is refused when it is applied
     * @throws org.sencrm.api.fault.InvalidRequest for what is no configuration, or is of a newer format
     */
    @NeedsProof
    Promotion promote(Caller caller, String file, boolean dryRun);

    /**
     * The changes of one part.
     *
     * @param part its name
     * @param label in the caller's language
     * @param changes by label
     * @param problem why they cannot be told, in the caller's language; null where all is well
     */
    record Area(String part, String label, List<Change> changes, String problem) {

        public Area {
            changes = List.copyOf(changes);
        }

        /** One whose part could be asked. */
        public Area(String part, String label, List<Change> changes) {
            this(part, label, changes, null);
        }
    }

    /**
     * @param type name of the record type that it belongs to; null for none
     * @param label in the caller's language
     * @param version tells what is there from all that it was before, a number of at most 18 digits
     */
    record Change(String type, String label, ConfigurationItem item, long version) {

        /** One of which no version is told. */
        public Change(String type, String label, ConfigurationItem item) {
            this(type, label, item, 0);
        }
    }
}
