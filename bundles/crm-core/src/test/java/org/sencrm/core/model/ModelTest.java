package org.sencrm.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Table;
import org.junit.jupiter.api.Test;
import org.sencrm.api.text.Messages;
import org.sencrm.core.automation.Automation;
import org.sencrm.core.schema.TestSchema;
import org.sencrm.core.text.FileMessages;
import org.sencrm.core.webhook.Webhook;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

class ModelTest {

    private static final List<Class<? extends BaseRecord>> TYPES = List.of(
            User.class,
            Team.class,
            Role.class,
            View.class,
            Favourite.class,
            Account.class,
            Contact.class,
            Activity.class,
            Product.class,
            Webhook.class,
            Automation.class);
    private static final Set<String> ICONS =
            Set.of("user", "users", "shield", "columns", "building", "check", "box", "link", "star");

    private final Messages messages = new FileMessages();

    @Test
    void everyAttributeFitsItsColumn() {
        var database = TestSchema.fresh();
        for (Class<?> type : TYPES) {
            String table = type.getAnnotation(Table.class).name();
            Map<String, Integer> sizes = database.read(connection -> {
                Map<String, Integer> found = new HashMap<>();
                try (ResultSet rows = connection.getMetaData().getColumns(null, null, table, null)) {
                    while (rows.next()) {
                        found.put(rows.getString("COLUMN_NAME"), rows.getInt("COLUMN_SIZE"));
                    }
                }
                return found;
            });
            for (Class<?> part : List.of(type, BaseRecord.class)) {
                for (Field attribute : part.getDeclaredFields()) {
                    Column column = attribute.getAnnotation(Column.class);
                    Integer size = sizes.get(column.name());
                    assertNotNull(size, table + "." + column.name());
                    if (attribute.getType() == String.class) {
                        assertEquals(column.length(), size, table + "." + column.name());
                    }
                }
            }
        }
    }

    @Test
    void everythingThatIsShownHasALabelInBothLanguages() {
        for (Locale locale : Messages.LOCALES) {
            for (Class<?> type : TYPES) {
                CrmRecord declared = type.getAnnotation(CrmRecord.class);
                labelled(locale, "type." + declared.name());
                labelled(locale, "type." + declared.name() + ".plural");
                if (!declared.group().isEmpty()) {
                    labelled(locale, declared.group());
                }
                for (Field attribute : type.getDeclaredFields()) {
                    CrmField field = attribute.getAnnotation(CrmField.class);
                    if (field != null) {
                        String key = declared.name() + "." + attribute.getName();
                        labelled(locale, key);
                        Arrays.stream(field.options())
                                .forEach(option -> labelled(locale, key + "." + option.split(":")[0]));
                    }
                }
            }
            for (String shared : List.of("id", "owner", "team", "createdAt", "createdBy", "updatedAt", "updatedBy")) {
                labelled(locale, "field." + shared);
            }
        }
    }

    @Test
    void everyTypeHasAnIconOfTheFamily() {
        for (Class<?> type : TYPES) {
            assertTrue(ICONS.contains(type.getAnnotation(CrmRecord.class).icon()), type.getSimpleName());
        }
    }

    private void labelled(Locale locale, String key) {
        assertTrue(messages.has(locale, key), key);
    }
}
