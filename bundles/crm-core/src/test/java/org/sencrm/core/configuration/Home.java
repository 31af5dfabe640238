package org.sencrm.core.configuration;

import java.util.Map;
import org.sencrm.api.configuration.Promotion;
import org.sencrm.core.customtype.TypeConfiguration;
import org.sencrm.core.field.FieldConfiguration;
import org.sencrm.core.field.ForeseenTypes;
import org.sencrm.core.field.LayoutConfiguration;
import org.sencrm.core.field.RuleConfiguration;
import org.sencrm.core.model.ListEntryConfiguration;
import org.sencrm.core.model.RoleConfiguration;
import org.sencrm.core.model.ViewConfiguration;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.setting.SettingConfiguration;
import org.sencrm.core.value.Json;

/** An installation with a database of its own. */
final class Home implements AutoCloseable {

    final TestEngine engine = new TestEngine();
    final Parts parts = new Parts();
    private final ForeseenTypes foreseen =
            new ForeseenTypes(engine.database, engine.types, engine.computed, engine.messages, engine.settings);
    final StoredConfiguration configuration = new StoredConfiguration(
            parts, engine.types, engine.gate, engine.messages, new Versions("1.2.3"), engine.audit);

    Home() {
        parts.add("settings", 900, new SettingConfiguration(engine.settings, engine.messages));
        parts.add("views", 700, new ViewConfiguration(engine.records, engine.types, engine.messages));
        parts.add(
                "layouts",
                600,
                new LayoutConfiguration(engine.layouts, engine.types, engine.records, foreseen, engine.messages));
        parts.add("roles", 500, new RoleConfiguration(engine.records, engine.types, engine.messages));
        parts.add("listEntries", 400, new ListEntryConfiguration(engine.records, engine.types, engine.messages));
        parts.add("rules", 300, new RuleConfiguration(engine.rules, engine.types, foreseen, engine.messages));
        parts.add("fields", 200, new FieldConfiguration(engine.fields, engine.types, foreseen, engine.messages));
        parts.add("types", 100, new TypeConfiguration(engine.customTypes, engine.types, engine.messages));
    }

    void field(Object... namesAndValues) {
        engine.fields.create(TestEngine.SYSTEM, TestEngine.DEALS, TestEngine.values(namesAndValues));
    }

    String write() {
        return configuration.write(TestEngine.SYSTEM);
    }

    /** What stands in the file under the name. */
    Object written(String member) {
        return ((Map<?, ?>) Json.read(write())).get(member);
    }

    Promotion promote(String file) {
        return configuration.promote(TestEngine.SYSTEM, file, false);
    }

    Promotion tryOut(String file) {
        return configuration.promote(TestEngine.SYSTEM, file, true);
    }

    @Override
    public void close() throws InterruptedException {
        engine.close();
    }
}
