package org.sencrm.core.field;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.module.ModuleData.FieldVisitor;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.store.Database;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is kept of the fields that a module added to types of others, for its farewell. */
@Component(service = ModuleFields.class)
public final class ModuleFields {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleFields.class);

    private final Database database;
    private final TypeRegistry types;
    private final ContributedFields contributed;
    private final FieldUpkeep upkeep;
    private final TableChange change;
    private final FieldTable table = new FieldTable();
    private final TakenValues taken = new TakenValues();

    @Activate
    public ModuleFields(
            @Reference Database database,
            @Reference TypeRegistry types,
            @Reference ContributedFields contributed,
            @Reference FieldUpkeep upkeep,
            @Reference Messages messages) {
        this.database = database;
        this.types = types;
        this.contributed = contributed;
        this.upkeep = upkeep;
        this.change = new TableChange(database, types, new Faults(messages));
    }

    /** Shows the fields as long as the visitor is at work. */
    public void visit(String module, FieldVisitor visitor) throws Exception {
        Map<String, List<String>> byType = byType(module);
        contributed.show(module, true);
        try {
            for (Map.Entry<String, List<String>> fields : byType.entrySet()) {
                types.refresh(fields.getKey());
                visitor.visit(fields.getKey(), fields.getValue());
            }
        } finally {
            contributed.show(module, false);
            byType.keySet().forEach(types::refresh);
        }
    }

    /** Of types that are there. */
    private Map<String, List<String>> byType(String module) {
        return database.read(connection -> table.ofModule(connection, module)).stream()
                .map(Definition::field)
                .filter(field -> types.stored(field.type()).isPresent())
                .collect(Collectors.groupingBy(
                        field -> field.type(),
                        TreeMap::new,
                        Collectors.mapping(field -> field.name(), Collectors.toList())));
    }

    /** Gives up the names and has the values taken away. What belongs to a type that is away stays: nobody saw its values. */
    public void forget(String module) {
        for (String typeName : byType(module).keySet()) {
            StoredType type = types.stored(typeName).orElseThrow();
            change.run(Caller.system(), type, connection -> {
                table.count(connection, typeName);
                for (Definition field : table.ofModule(connection, module)) {
                    if (field.field().type().equals(typeName)) {
                        table.delete(connection, field);
                        taken.release(connection, typeName, field.field().name());
                        table.free(connection, field);
                    }
                }
                return null;
            });
            types.refresh(typeName);
            LOG.info("{} has the fields of module {} no more", type, module);
        }
        upkeep.wake();
    }
}
