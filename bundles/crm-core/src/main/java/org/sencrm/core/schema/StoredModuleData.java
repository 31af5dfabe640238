package org.sencrm.core.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.module.ModuleData;
import org.sencrm.core.field.ModuleFields;
import org.sencrm.core.setting.StoredSettings;
import org.sencrm.core.type.TypeRegistry;
import org.sencrm.core.upkeep.ModuleRecords;
import org.sencrm.core.upkeep.TypeMentions;

/** What the core keeps of modules, for the service that brings and removes them. */
@Component
public final class StoredModuleData implements ModuleData {

    private static final String OURS = "crm-";

    private final SchemaExtender schemas;
    private final DataSource source;
    private final StoredSettings settings;
    private final ModuleFields fields;
    private final ModuleRecords records;
    private final TypeMentions mentions;
    private final TypeRegistry types;

    @Activate
    public StoredModuleData(
            @Reference SchemaExtender schemas,
            @Reference(target = "(dataSourceName=crm)") DataSource source,
            @Reference StoredSettings settings,
            @Reference ModuleFields fields,
            @Reference ModuleRecords records,
            @Reference TypeMentions mentions,
            @Reference TypeRegistry types) {
        this.schemas = schemas;
        this.source = source;
        this.settings = settings;
        this.fields = fields;
        this.records = records;
        this.mentions = mentions;
        this.types = types;
    }

    @Override
    public boolean isCurrent(long bundle) throws Exception {
        return schemas.isCurrent(bundle);
    }

    @Override
    public void update(long bundle) throws Exception {
        schemas.update(bundle);
    }

    @Override
    public Set<String> known() throws SQLException {
        try (Connection connection = source.getConnection()) {
            try {
                return SchemaMark.modules(connection);
            } finally {
                // Derby refuses to close a connection with an open transaction
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
            }
        }
    }

    @Override
    public void forgetSchema(String module, Connection transaction) throws SQLException {
        SchemaMark.forget(transaction, module);
    }

    @Override
    public void forgetSettings(String module) {
        settings.forgetWord(module.startsWith(OURS) ? module.substring(OURS.length()) : module);
    }

    @Override
    public void visitFields(String module, FieldVisitor visitor) throws Exception {
        fields.visit(module, visitor);
    }

    @Override
    public void forgetFields(String module) {
        fields.forget(module);
    }

    @Override
    public List<Companions> companions(String module) {
        return List.of(new Companions("CORE_UNIQUE", "RECORD_TYPE", records.types(module)));
    }

    @Override
    public Stillness keepStill(String module) {
        types.keepStill(module);
        return () -> types.letGo(module);
    }

    @Override
    public void forgetRecords(String module) {
        mentions.forget(records.types(module));
        records.forget(module);
    }
}
