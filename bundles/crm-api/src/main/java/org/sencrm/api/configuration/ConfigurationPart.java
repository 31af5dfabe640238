package org.sencrm.api.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.sencrm.api.access.Caller;

/**
 * One kind of thing that a company sets up of its own, published as a service with the properties {@link #NAME} and
 * {@link #ORDER}. So it is listed under "What did we change", can be taken back there, and is part of the file by which a
 * configuration goes from a sandbox to the live installation. The label is the message {@code configuration.part.<name>},
 * that of a member of its values {@code configuration.<name>.<member>}; a member without a label is shown by its name.
 *
 * <p>Called for administrators only, through the guard, on any thread. All comparing, ordering and reporting is done by the
 * product: a part only knows how to read, write and take back one of its things. Values come from a file that anybody may
 * have written, so expect any JSON in them; a fault, or an {@link IllegalArgumentException} or {@link ClassCastException}
 * where a value makes no sense, refuses that item and no other.
 *
 * <pre>{@code
 * @Component(property = {ConfigurationPart.NAME + "=acme.tariffs", ConfigurationPart.ORDER + ":Integer=450"})
 * public final class Tariffs implements ConfigurationPart {
 *     public List<ConfigurationItem> items(Caller caller) {
 *         return store.all().stream()
 *                 .map(tariff -> ConfigurationItem.added(tariff.name(), tariff.members(), TakeBack.UNDOABLE))
 *                 .toList();
 *     }
 *     public Outline outline(Caller caller, String key, Map<String, Object> value) {
 *         return Outline.of(null, key);
 *     }
 *     public void put(Caller caller, String key, Map<String, Object> value) {
 *         store.keep(key, value);
 *     }
 *     public void takeBack(Caller caller, String key) {
 *         store.remove(key);
 *     }
 * }
 * }</pre>
 */
@ConsumerType
public interface ConfigurationPart {

    /** Service property: a word for the part, unique in the product; begin it with a word of the module. */
    String NAME = "crm.configuration";

    /**
     * Service property, an {@link Integer}: when it is applied, small first. The product's own: record types 100, fields
     * 200, rules 300, entries of lists 400, roles 500, layouts 600, views 700, automations 800, settings 900.
     */
    String ORDER = "crm.configurationOrder";

    /**
     * Everything of this kind that the company added, changed or could change, in no particular order. What equals that
     * which the modules declare is compared with, and neither listed nor written to a file.
     */
    List<ConfigurationItem> items(Caller caller);

    /** What an item is about and needs; also of one that is not here yet. */
    Outline outline(Caller caller, String key, Map<String, Object> value);

    /**
     * What the item becomes where it is there already. Members that a file does not name stay, unless the part knows
     * better; the result of merging the same twice has to be the same.
     *
     * @param there as in {@link ConfigurationItem#value}
     * @param wanted what the file says
     */
    default Map<String, Object> merge(Map<String, Object> there, Map<String, Object> wanted) {
        Map<String, Object> merged = new LinkedHashMap<>(there);
        merged.putAll(wanted);
        return merged;
    }

    /**
     * Why the item cannot be put here, in the caller's language, as far as that is known beforehand: so a dry run can say
     * it. What its outline needs is known to be there, or to come with the same file. Changes nothing.
     */
    default Optional<String> refusal(Caller caller, String key, Map<String, Object> value) {
        return Optional.empty();
    }

    /**
     * As above, for a part whose items build on those of other parts. A fault refuses the item with its message, as for
     * {@link #put}.
     *
     * @param brought what a dry run would have written before it, by name of the part and key of the item: it is not there,
     *     and the item may build on it. Empty where the file is applied, as all of it is there then. Not to be changed
     */
    default Optional<String> refusal(
            Caller caller,
            String key,
            Map<String, Object> value,
            Map<String, Map<String, Map<String, Object>>> brought) {
        return refusal(caller, key, value);
    }

    /**
     * Makes the item, or changes it to this value.
     *
     * @throws org.sencrm.api.fault.Fault where it is refused, with the reason
     */
    void put(Caller caller, String key, Map<String, Object> value);

    /**
     * Makes the item what the modules declare, or takes it away where they declare nothing.
     *
     * @throws org.sencrm.api.fault.NotFound where it is not there
     */
    void takeBack(Caller caller, String key);

    /** Undoes {@link #takeBack} of an item that is {@link ConfigurationItem.TakeBack#UNDOABLE}. */
    default void putBack(Caller caller, ConfigurationItem item) {
        put(caller, item.key(), item.value());
    }

    /**
     * What an item is about.
     *
     * @param type name of the record type that it belongs to; null for none
     * @param label in the caller's language
     * @param needs what must be there before it
     * @param provides what is there after it, beside the item itself
     */
    record Outline(String type, String label, Set<Need> needs, Set<Need> provides) {

        public Outline {
            needs = Set.copyOf(needs);
            provides = Set.copyOf(provides);
        }

        /** One that needs its record type, if it has one, and nothing else. */
        public static Outline of(String type, String label) {
            return new Outline(type, label, type == null ? Set.of() : Set.of(Need.type(type)), Set.of());
        }
    }

    /**
     * A record type, or a field of one.
     *
     * @param field null for the type itself
     */
    record Need(String type, String field) {

        public static Need type(String name) {
            return new Need(name, null);
        }

        public static Need field(String type, String name) {
            return new Need(type, name);
        }
    }
}
