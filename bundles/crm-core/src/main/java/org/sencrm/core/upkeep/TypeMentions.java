package org.sencrm.core.upkeep;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.ListText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people set up about record types that are purged. Automations about them can do nothing any more and go, as views do.
 * A webhook may be told of other types, too: it loses those that are gone, and where none is left it is switched off with the
 * reason, as its address and secret are somebody's work.
 */
@Component(service = TypeMentions.class)
public final class TypeMentions {

    private static final Logger LOG = LoggerFactory.getLogger(TypeMentions.class);

    private final Database database;
    private final Settings settings;
    private final Messages messages;

    @Activate
    public TypeMentions(@Reference Database database, @Reference Settings settings, @Reference Messages messages) {
        this.database = database;
        this.settings = settings;
        this.messages = messages;
    }

    /** Done twice it ends the same. */
    public void forget(Set<String> types) {
        int gone = database.write(connection -> {
            for (Hook hook : hooks(connection)) {
                leave(connection, hook, types);
            }
            int automations = 0;
            for (String type : types) {
                automations += Sql.of("delete from CORE_AUTOMATION where SUBJECT_TYPE=?", type)
                        .execute(connection);
            }
            return automations;
        });
        if (gone > 0) {
            LOG.info("{} automations went with the record types {}", gone, types);
        }
    }

    private static List<Hook> hooks(Connection connection) throws SQLException {
        return Sql.of("select ID, RECORD_TYPES from CORE_WEBHOOK")
                .query(connection, row -> new Hook(row.getLong(1), ListText.split(row.getString(2))));
    }

    private void leave(Connection connection, Hook hook, Set<String> gone) throws SQLException {
        List<String> rest = new ArrayList<>(hook.types());
        if (!rest.removeAll(gone)) {
            return;
        }
        Sql change = Sql.of("update CORE_WEBHOOK set VERSION=VERSION+1");
        if (rest.isEmpty()) {
            // the language of the company: nobody in particular switched it off
            Locale language = Locale.forLanguageTag(settings.get(Settings.LANGUAGE, "en"));
            change.add(", ACTIVE=?, PROBLEM=?", false, messages.text(language, "webhooks.purged"));
        } else {
            change.add(", RECORD_TYPES=?", ListText.join(rest));
        }
        change.add(" where ID=?", hook.id()).execute(connection);
        LOG.info("Webhook {} is told of {} no more", hook.id(), gone);
    }

    private record Hook(long id, List<String> types) {}
}
