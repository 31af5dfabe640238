package org.sencrm.core.automation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.automation.AutomationAction;
import org.sencrm.api.automation.Occasion;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;

/**
 * Plans an activity about the record, for the record's owner. A field's name in braces in the subject stands for its value,
 * as far as it is text.
 */
@Component(property = AutomationAction.CODE + "=createActivity")
public final class CreateActivity implements AutomationAction {

    private static final Pattern FIELD = Pattern.compile("\\{([a-zA-Z0-9]+)}");
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int LONGEST_NAME = 300;

    private final Records records;
    private final Clock clock;

    @Activate
    public CreateActivity(@Reference Records records) {
        this(records, Clock.systemUTC());
    }

    CreateActivity(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("name", FieldKind.TEXT, true),
                new Parameter("kind", FieldKind.TEXT, false, Source.choices("activities", "kind")),
                new Parameter("days", FieldKind.NUMBER, false),
                new Parameter("note", FieldKind.LONG_TEXT, false));
    }

    @Override
    public String run(Occasion occasion) {
        RecordData record = occasion.record();
        Map<String, Object> given = occasion.parameters();
        Map<String, Object> values = new HashMap<>();
        values.put("name", filled((String) given.get("name"), record));
        values.put("kind", given.getOrDefault("kind", "task"));
        values.put("note", given.get("note"));
        values.put("regarding", org.sencrm.api.record.Reference.to(record.type(), record.id()));
        if (given.get("days") instanceof BigDecimal days) {
            LocalDate due = LocalDate.ofInstant(
                            clock.instant(), occasion.caller().zone())
                    .plusDays(days.longValue());
            values.put(
                    "dueAt",
                    due.atTime(MORNING).atZone(occasion.caller().zone()).toInstant());
        }
        if (record.get("owner") != null) {
            values.put("owner", record.get("owner"));
        }
        records.create(occasion.caller(), "activities", values);
        return null;
    }

    private static String filled(String text, RecordData record) {
        Matcher fields = FIELD.matcher(text);
        String filled = fields.replaceAll(found -> {
            Object value = record.get(found.group(1));
            return Matcher.quoteReplacement(value instanceof String words ? words : "");
        });
        return filled.length() <= LONGEST_NAME ? filled : filled.substring(0, LONGEST_NAME);
    }
}
