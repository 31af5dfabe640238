package org.sencrm.core.field;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.field.CustomType;
import org.sencrm.api.field.RecordRule;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.computed.ComputedFields;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.store.Database;
import org.sencrm.core.type.CustomShape;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredRule;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/**
 * Record types as they will be once what a file brings before is there, so that a dry run refuses what writing would refuse,
 * and nothing else. What the file brings before was accepted already. For one question, by one thread.
 */
final class Foresight {

    /** Where the values would lie nobody knows before it is done; nothing is read from there. */
    private static final String SOMEWHERE = "SOMEWHERE";

    private final Database database;
    private final TypeRegistry types;
    private final Faults faults;
    private final Caller caller;
    private final Map<String, Map<String, Map<String, Object>>> brought;
    private final FieldRules fieldRules;
    private final RuleReading ruleReading;
    private final FieldTable fieldTable = new FieldTable();
    private final RuleTable ruleTable = new RuleTable();
    private final Map<String, Optional<StoredType>> known = new HashMap<>();
    private final Map<String, List<Definition>> definitions = new HashMap<>();
    /** Those of the types that are known already. */
    private final List<CustomField> broughtComputed = new ArrayList<>();

    /** @param brought by part and key, as a part of the configuration gets it */
    Foresight(
            Database database,
            TypeRegistry types,
            ComputedFields computed,
            Messages messages,
            Settings settings,
            Caller caller,
            Map<String, Map<String, Map<String, Object>>> brought) {
        this.database = database;
        this.types = types;
        this.caller = caller;
        this.brought = brought;
        this.faults = new Faults(messages);
        this.fieldRules = new FieldRules(
                this::type, messages, faults, new Computations(this::type, computed), settings::currency);
        this.ruleReading = new RuleReading(this::codes, faults);
    }

    /** The type with all its fields, and with the rules that are there now. */
    Optional<StoredType> type(String name) {
        if (name == null) {
            return Optional.empty();
        }
        if (!known.containsKey(name)) {
            boolean changes = isBrought(name) || !fields(name).isEmpty();
            // fields of a type may point to it, and so ask for it while it is put together
            known.put(name, changes ? begin(name) : types.stored(name));
            if (changes) {
                known.get(name).ifPresent(this::addFields);
            }
        }
        return known.get(name);
    }

    /** The type with all its fields and rules. */
    Optional<StoredType> typeWithRules(String name) {
        Optional<StoredType> type = type(name);
        return type.isEmpty() || rules(name).isEmpty() ? type : type.map(this::withRules);
    }

    /** The custom field as it is here, be its type retired. */
    Optional<CustomField> own(String type, String name) {
        return definitions(type).stream()
                .map(Definition::field)
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    /** How many fields were added to the type, by whomever. */
    long countFields(String type) {
        return type(type).stream()
                .flatMap(stored -> stored.fields().stream())
                .filter(field -> field.added() != null)
                .count();
    }

    /** The field as it would be; throws {@link org.sencrm.api.fault.InvalidRecord} with all that is wrong. */
    CustomField field(StoredType type, String name, Map<String, Object> value) {
        Optional<CustomField> own = own(type.name(), name);
        return own.isPresent()
                ? fieldRules.update(caller, type, own.get(), value)
                : fieldRules.create(caller, type, FieldConfiguration.description(name, value));
    }

    /** Refuses a field that would follow from itself, by fields that are there and others that were brought. */
    void checkCircle(CustomField wanted) {
        if (!wanted.isComputed()) {
            return;
        }
        part("fields").keySet().forEach(key -> type(key.substring(0, key.indexOf('.'))));
        Dependencies dependencies = new Dependencies(database.read(fieldTable::computed));
        broughtComputed.forEach(dependencies::put);
        dependencies.requireNoCircle(caller, faults, wanted);
    }

    /** The rules of a type by key, those that were brought in place of those that were there. */
    Map<String, RecordRule> rulesByKey(StoredType type) {
        Map<String, RecordRule> byKey =
                RuleConfiguration.byKey(database.read(connection -> ruleTable.of(connection, type.name())));
        rules(type.name()).forEach((key, value) -> byKey.put(key, rule(type, byKey.get(key), value)));
        return byKey;
    }

    /**
     * The rule as it would be; throws {@link org.sencrm.api.fault.InvalidRecord} with all that is wrong.
     *
     * @param there null for a new one
     */
    RecordRule rule(StoredType type, RecordRule there, Map<String, Object> value) {
        return there == null
                ? ruleReading.create(caller, type, value, 0)
                : ruleReading.update(caller, type, there, value);
    }

    private StoredType withRules(StoredType type) {
        List<StoredRule> rules =
                rulesByKey(type).values().stream().map(CompiledRule::of).toList();
        return type.with(List.of(), rules);
    }

    /** As it is without any field that was added. */
    private Optional<StoredType> begin(String name) {
        Optional<StoredType> declared = types.declared(name);
        return declared.isPresent() || !isBrought(name) ? declared : Optional.of(bare(name));
    }

    /** An own type with what counts for its fields, rules and layouts. */
    private static StoredType bare(String name) {
        CustomType type = new CustomType(name, Map.of(), Map.of(), Map.of(), "", "", false, false, 0);
        return CustomShape.of(type, SOMEWHERE);
    }

    private void addFields(StoredType begin) {
        Map<String, StoredField> added = new LinkedHashMap<>();
        there(begin.name()).forEach(field -> added.put(field.name(), field));
        List<String> computed = new ArrayList<>();
        Map<String, Map<String, Object>> wanted = fields(begin.name());
        wanted.forEach((name, value) -> {
            if (value.get("expression") != null || value.get(Computations.ROLL_UP) != null) {
                computed.add(name);
            } else {
                added.put(name, stored(field(begin, name, value)));
            }
        });
        List<StoredRule> rules =
                types.stored(begin.name()).map(StoredType::rules).orElse(List.of());
        known.put(begin.name(), Optional.of(begin.with(added.values(), rules)));
        for (String name : computed) {
            // in the order in which they follow from each other
            CustomField field = field(without(begin, added, name), name, wanted.get(name));
            broughtComputed.add(field);
            added.put(name, stored(field));
            known.put(begin.name(), Optional.of(begin.with(added.values(), rules)));
        }
    }

    private static StoredType without(StoredType begin, Map<String, StoredField> added, String name) {
        return begin.with(
                added.values().stream()
                        .filter(field -> !field.name().equals(name))
                        .toList(),
                List.of());
    }

    private Collection<StoredField> there(String name) {
        Optional<StoredType> shown = types.stored(name);
        return shown.isPresent()
                ? shown.get().fields().stream()
                        .filter(field -> field.added() != null)
                        .toList()
                : definitions(name).stream().map(Definition::stored).toList();
    }

    private List<Definition> definitions(String type) {
        return definitions.computeIfAbsent(
                type,
                name -> database.read(connection -> fieldTable.of(connection, name)).stream()
                        .filter(Definition::isCustom)
                        .toList());
    }

    private static StoredField stored(CustomField field) {
        Definition definition = new Definition(0, field, null, null, null);
        String second = definition.storage().second() == null ? null : SOMEWHERE;
        return definition.in(SOMEWHERE, second).stored();
    }

    private Set<String> codes(StoredType type, String field) {
        return fields(type.name()).containsKey(field)
                ? type.require(field).tones().keySet()
                : types.codes(type, field);
    }

    private boolean isBrought(String type) {
        return part("types").containsKey(type);
    }

    /** By name. */
    private Map<String, Map<String, Object>> fields(String type) {
        return of(part("fields"), type + '.', true);
    }

    /** By key. */
    private Map<String, Map<String, Object>> rules(String type) {
        return of(part("rules"), type + '/', false);
    }

    private static Map<String, Map<String, Object>> of(
            Map<String, Map<String, Object>> items, String prefix, boolean cut) {
        Map<String, Map<String, Object>> found = new LinkedHashMap<>();
        items.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(cut ? key.substring(prefix.length()) : key, value);
            }
        });
        return found;
    }

    private Map<String, Map<String, Object>> part(String name) {
        return brought.getOrDefault(name, Map.of());
    }
}
