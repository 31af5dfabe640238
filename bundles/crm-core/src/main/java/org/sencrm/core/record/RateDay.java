package org.sencrm.core.record;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;

/**
 * The day of a record at whose rate its amounts are converted: that of the first of these fields that has a value.
 *
 * @param fields dates, and perhaps the time of the record's creation at the end
 * @param zone in which that time is a day
 */
record RateDay(List<StoredField> fields, ZoneId zone) {

    /** Nobody keeps records of earlier days under the rules of time of those days. */
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    List<String> names() {
        return fields.stream().map(StoredField::name).toList();
    }

    /** As an expression of the database. */
    Sql sql() {
        if (fields.size() == 1) {
            return sql(fields.get(0));
        }
        Sql all = Sql.of("coalesce(");
        for (int i = 0; i < fields.size(); i++) {
            all.add(i == 0 ? "" : ", ").add(sql(fields.get(i)));
        }
        return all.add(")");
    }

    private Sql sql(StoredField field) {
        String column = field.column().name();
        return field.kind() == FieldKind.DATE
                ? Sql.of(column)
                : Sql.of("cast(").add(local(column)).add(" as date)");
    }

    /** What a clock in the zone showed at an instant, which is stored in UTC; not every database knows zones. */
    private Sql local(String column) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition change = rules.nextTransition(BEGINNING);
        Instant now = Instant.now();
        if (change == null || change.getInstant().isAfter(now)) {
            return Sql.of(shifted(column, rules.getOffset(BEGINNING).getTotalSeconds()));
        }
        Sql cases = Sql.of("case");
        while (change != null && !change.getInstant().isAfter(now)) {
            cases.add(
                    " when " + column + "<? then "
                            + shifted(column, change.getOffsetBefore().getTotalSeconds()),
                    change.getInstant());
            change = rules.nextTransition(change.getInstant());
        }
        return cases.add(" else " + shifted(column, rules.getOffset(now).getTotalSeconds()) + " end");
    }

    private static String shifted(String column, int seconds) {
        return "{fn timestampadd(SQL_TSI_SECOND, " + seconds + ", " + column + ")}";
    }
}
