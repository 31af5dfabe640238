package org.sencrm.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.sql.ResultSet;
import java.util.ArrayList;
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
            Automation.class,
            ListEntry.class,
            Feedback.class,
            PersonalEvent.class,
            Relative.class,
            Affiliation.class,
            AccountRelation.class,
            Household.class,
            RecordSet.class,
            CurrencyRate.class,
            Consent.class,
            SubjectRequest.class,
            Policy.class,
            PolicyVersion.class,
            PolicyAcceptance.class,
            RetentionRule.class,
            RetentionRun.class,
            LegalHold.class);
    private static final Set<String> ICONS = Set.of(
            "user",
            "users",
            "shield",
            "columns",
            "building",
            "check",
            "box",
            "link",
            "star",
            "tag",
            "note",
            "calendar",
            "home",
            "list",
            "money");

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
            for (Field attribute : attributes(type)) {
                Column column = attribute.getAnnotation(Column.class);
                Integer size = sizes.get(column.name());
                assertNotNull(size, table + "." + column.name());
                if (attribute.getType() == String.class) {
                    assertEquals(column.length(), size, table + "." + column.name());
                }
            }
        }
    }

    /** Those of the entity and of the classes above it. */
    private static List<Field> attributes(Class<?> type) {
        List<Field> attributes = new ArrayList<>();
        for (Class<?> part = type; part != Object.class; part = part.getSuperclass()) {
            attributes.addAll(List.of(part.getDeclaredFields()));
        }
        return attributes;
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
                for (Field attribute : attributes(type)) {
                    CrmField field = attribute.getAnnotation(CrmField.class);
                    if (field != null) {
                        labelled(locale, declared.name(), attribute.getName(), field);
                    }
                }
            }
            for (String shared : List.of("id", "owner", "team", "createdAt", "createdBy", "updatedAt", "updatedBy")) {
                labelled(locale, "field." + shared);
            }
        }
    }

    /** Of fields that several types have, the labels are shared. */
    private void labelled(Locale locale, String type, String name, CrmField field) {
        String own = type + "." + name;
        String key = messages.has(locale, own) ? own : "field." + name;
        labelled(locale, key);
        if (!field.section().isEmpty()) {
            labelled(locale, "section." + field.section());
        }
        if (!field.list().isEmpty()) {
            labelled(locale, "list." + field.list());
        }
        String options = field.list().isEmpty() ? key : "list." + field.list();
        Arrays.stream(field.options()).forEach(option -> labelled(locale, options + "." + option.split(":")[0]));
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
