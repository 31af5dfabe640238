package org.sencrm.core.field;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.field.FormState;
import org.sencrm.api.field.RecordRule;
import org.sencrm.api.field.RecordRules;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Records;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.computed.ComputedFields;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.formula.Formula;
import org.sencrm.core.formula.FormulaProblem;
import org.sencrm.core.formula.Sort;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredRule;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/** Rules in the database; the types carry them, so that a save asks no table. */
@Component(service = RecordRules.class)
public final class StoredRecordRules implements RecordRules {

    static final int MOST_RULES = 200;

    private final Database database;
    private final TypeRegistry types;
    private final Access access;
    private final Records records;
    private final ComputedFields computed;
    private final Faults faults;
    private final RuleReading reading;
    private final Supplier<String> currency;
    private final RuleTable table = new RuleTable();
    private final FieldTable fields = new FieldTable();

    @Activate
    public StoredRecordRules(
            @Reference Database database,
            @Reference TypeRegistry types,
            @Reference Access access,
            @Reference Records records,
            @Reference ComputedFields computed,
            @Reference Messages messages,
            @Reference Settings settings) {
        this.database = database;
        this.types = types;
        this.access = access;
        this.records = records;
        this.computed = computed;
        this.faults = new Faults(messages);
        this.reading = new RuleReading(types::codes, faults);
        this.currency = settings::currency;
    }

    @Override
    public List<RecordRule> list(Caller caller, String typeName) {
        StoredType type = administered(caller, typeName);
        return database.read(connection -> table.of(connection, type.name()));
    }

    @Override
    public RecordRule get(Caller caller, String typeName, long id) {
        StoredType type = administered(caller, typeName);
        return database.read(connection -> require(connection, caller, type, id, null));
    }

    @Override
    public RecordRule create(Caller caller, String typeName, Map<String, ?> description) {
        StoredType type = administered(caller, typeName);
        RecordRule rule = reading.create(caller, type, description, Ids.next());
        database.write(connection -> {
            fields.count(connection, type.name());
            if (table.of(connection, type.name()).size() >= MOST_RULES) {
                throw faults.badRequest(caller, "fault.rule.tooMany", MOST_RULES);
            }
            table.insert(connection, rule);
            return null;
        });
        types.refresh(type.name());
        return rule;
    }

    @Override
    public RecordRule update(Caller caller, String typeName, long id, Long version, Map<String, ?> patch) {
        StoredType type = administered(caller, typeName);
        RecordRule changed = database.write(connection -> {
            fields.count(connection, type.name());
            RecordRule rule = reading.update(caller, type, require(connection, caller, type, id, version), patch);
            table.update(connection, rule);
            return rule;
        });
        types.refresh(type.name());
        return changed;
    }

    @Override
    public void remove(Caller caller, String typeName, long id, Long version) {
        StoredType type = administered(caller, typeName);
        database.write(connection -> {
            fields.count(connection, type.name());
            require(connection, caller, type, id, version);
            table.delete(connection, id);
            return null;
        });
        types.refresh(type.name());
    }

    private RecordRule require(Connection connection, Caller caller, StoredType type, long id, Long version)
            throws SQLException {
        RecordRule stored = table.of(connection, type.name()).stream()
                .filter(rule -> rule.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound(faults.text(caller, "fault.rule.none")));
        if (version != null && version != stored.version()) {
            throw faults.conflict(caller, stored.version(), List.of());
        }
        return stored;
    }

    @Override
    public FormState state(Caller caller, String typeName, Map<String, ?> given) {
        StoredType type = types.stored(typeName)
                .filter(known -> caller.isSystem() || access.may(caller, Right.READ, known.name()))
                .orElseThrow(() -> faults.noType(caller));
        Map<String, Object> values = new HashMap<>(given);
        computed.calculate(type, values);
        Set<String> hidden = new HashSet<>();
        Set<String> required = new HashSet<>();
        Map<String, List<String>> choices = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (StoredRule rule : type.rules()) {
            String field = rule.rule().field();
            switch (rule.rule().kind()) {
                case SHOW -> show(rule, values, hidden, required);
                case CHOICES -> narrow(caller, rule, values, choices, errors);
                case REFUSE -> {
                    if (rule.holds().test(values)) {
                        String message =
                                rule.rule().message().get(caller.locale().getLanguage());
                        errors.add(new FieldError(field, "refused", message));
                    }
                }
            }
        }
        required.removeAll(hidden);
        return new FormState(hidden, required, choices, errors);
    }

    private static void show(StoredRule rule, Map<String, Object> values, Set<String> hidden, Set<String> required) {
        if (!rule.holds().test(values)) {
            hidden.add(rule.rule().field());
        } else if (rule.rule().required()) {
            required.add(rule.rule().field());
        }
    }

    private void narrow(
            Caller caller,
            StoredRule rule,
            Map<String, Object> values,
            Map<String, List<String>> choices,
            List<FieldError> errors) {
        List<String> offered = rule.offered(values);
        if (offered == null) {
            return;
        }
        String field = rule.rule().field();
        choices.merge(field, offered, StoredRecordRules::both);
        Object value = values.get(field);
        Collection<?> codes =
                value instanceof Collection<?> several ? several : value == null ? List.of() : List.of(value);
        if (!offered.containsAll(codes)) {
            errors.add(faults.error(caller, field, "unknownChoice", "fault.rule.choice"));
        }
    }

    private static List<String> both(List<String> some, List<String> others) {
        return some.stream().filter(others::contains).toList();
    }

    @Override
    public Object example(Caller caller, String typeName, String expression, long id) {
        StoredType type = administered(caller, typeName);
        try {
            Formula formula = Formula.of(expression == null ? "" : expression);
            Sort sort = formula.check(name -> type.field(name).map(StoredField::field));
            FieldKind kind =
                    sort.results().isEmpty() ? FieldKind.TEXT : sort.results().get(0);
            return formula.calculate(records.get(caller, typeName, id).values(), kind, currency);
        } catch (FormulaProblem problem) {
            throw faults.badRecord(
                    caller,
                    List.of(faults.error(caller, "expression", "format", problem.messageKey(), problem.arguments())));
        }
    }

    private StoredType administered(Caller caller, String typeName) {
        if (!caller.isSystem() && !access.isAdministrator(caller)) {
            throw faults.forbidden(caller);
        }
        return types.stored(typeName).orElseThrow(() -> faults.noType(caller));
    }
}
