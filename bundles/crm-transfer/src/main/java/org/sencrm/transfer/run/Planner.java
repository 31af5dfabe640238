package org.sencrm.transfer.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.text.Messages;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.transfer.mapping.MapGuess;
import org.sencrm.transfer.mapping.Mapping;
import org.sencrm.transfer.value.DateReader;

/** Settles what an import is to do: from what the user said, and from guesses where the user said nothing. */
final class Planner {

    private static final String ID = "id";

    private final RecordTypes types;
    private final Access access;
    private final Messages messages;

    Planner(RecordTypes types, Access access, Messages messages) {
        this.types = types;
        this.access = access;
        this.messages = messages;
    }

    /** The type, where the caller may import into it. */
    RecordType type(Caller caller, String name) {
        RecordType type = types.find(name)
                .orElseThrow(() -> new NotFound(messages.text(caller.locale(), "transfer.notFound.type", name)));
        if (!access.may(caller, Right.IMPORT, name)) {
            throw new Forbidden(
                    messages.text(caller.locale(), "transfer.forbidden.import", messages.many(caller.locale(), name)));
        }
        return type;
    }

    /** Column by field: as given, the rest as guessed where that is wished. */
    Map<String, String> map(Caller caller, RecordType type, List<String> header, ImportOptions options) {
        if (!options.guess()) {
            return options.map();
        }
        Map<String, String> given = options.map() == null ? Map.of() : options.map();
        Set<String> hidden = access.hiddenFields(caller, type.name());
        return new MapGuess(types, messages).guess(type, hidden, header, given);
    }

    /** The key: as given, else the id in a file of our own, else the external id, else a unique field; null for none. */
    String key(RecordType type, Map<String, String> map, ImportOptions options) {
        if (options.key() != null && !options.key().isBlank()) {
            return options.key().strip();
        }
        if (map.containsKey(ID)) {
            return ID;
        }
        if (map.containsKey("externalId")) {
            return "externalId";
        }
        return map.keySet().stream()
                .filter(field -> type.field(field).filter(Field::unique).isPresent())
                .findFirst()
                .orElse(null);
    }

    /** @throws InvalidRequest where the options do not fit the type, the header or each other */
    ImportPlan plan(Caller caller, String typeName, List<String> header, ImportOptions options) {
        RecordType type = type(caller, typeName);
        Set<String> hidden = access.hiddenFields(caller, typeName);
        Map<String, String> map = new HashMap<>(map(caller, type, header, options));
        boolean creating = options.mode() == ImportOptions.Mode.CREATE;
        String given = options.key() == null || options.key().isBlank()
                ? null
                : options.key().strip();
        String key = creating ? given : key(type, map, options);
        boolean idGiven = options.map() != null && options.map().containsKey(ID);
        if (!idGiven && !ID.equals(key)) {
            map.remove(ID);
        }
        if (!creating && key == null) {
            throw refuse(caller, "transfer.key.missing");
        }
        checkKey(caller, type, map, key);
        checkDateFormat(caller, options.dateFormat());
        try {
            Mapping mapping = Mapping.of(types, type, hidden, header, map, options.value());
            return new ImportPlan(type, hidden, mapping, key, settled(options, mapping, key));
        } catch (Mapping.Wrong e) {
            throw refuse(caller, e.key(), e.argument());
        }
    }

    private void checkKey(Caller caller, RecordType type, Map<String, String> map, String key) {
        if (key == null) {
            if (map.containsKey(ID)) {
                throw refuse(caller, "transfer.map.readOnlyField", ID);
            }
            return;
        }
        Field field = type.field(key).orElseThrow(() -> refuse(caller, "transfer.map.unknownField", key));
        if (!map.containsKey(key)) {
            throw refuse(caller, "transfer.key.notMapped", key);
        }
        boolean comparable = field.kind().isText()
                || field.kind() == FieldKind.NUMBER
                || field.kind() == FieldKind.CHOICE
                || field.kind() == FieldKind.DATE;
        if (!key.equals(ID) && !comparable) {
            throw refuse(caller, "transfer.key.unfit", key);
        }
    }

    private void checkDateFormat(Caller caller, String pattern) {
        if (pattern == null || pattern.isBlank()) {
            return;
        }
        try {
            DateReader.of(pattern, caller.locale());
        } catch (IllegalArgumentException e) {
            throw refuse(caller, "transfer.dateFormat.wrong", pattern);
        }
    }

    private static ImportOptions settled(ImportOptions options, Mapping mapping, String key) {
        String dateFormat =
                options.dateFormat() == null || options.dateFormat().isBlank() ? null : options.dateFormat();
        return new ImportOptions(
                mapping.asMap(),
                key,
                options.mode(),
                options.value(),
                dateFormat,
                options.currency(),
                options.encoding(),
                options.delimiter(),
                options.sheet(),
                options.dryRun());
    }

    private InvalidRequest refuse(Caller caller, String key, Object... arguments) {
        return new InvalidRequest(messages.text(caller.locale(), key, arguments));
    }
}
