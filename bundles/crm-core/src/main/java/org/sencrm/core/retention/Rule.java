package org.sencrm.core.retention;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Rsql;
import org.sencrm.core.type.SystemFields;

/**
 * A rule as it stands.
 *
 * @param field from whose day it counts
 * @param filter RSQL; null for none
 * @param most how many records go in one night at most
 */
record Rule(long id, String name, RecordType type, String field, int months, String filter, int most) {

    static final String SUBJECT = "subject";
    static final String FIELD = "dateField";
    static final String MONTHS = "months";
    static final String FILTER = "filter";
    static final String MOST = "mostANight";
    static final String ACTIVE = "active";

    static Rule of(RecordData record, RecordType type) {
        String field = record.text(FIELD);
        return new Rule(
                record.id(),
                record.text("name"),
                type,
                field == null ? SystemFields.UPDATED_AT : field,
                ((BigDecimal) record.get(MONTHS)).intValue(),
                record.text(FILTER),
                ((BigDecimal) record.get(MOST)).intValue());
    }

    /** What was there before this day goes, on the day that is given. */
    private LocalDate limit(LocalDate day) {
        return day.minusMonths(months);
    }

    /** The records whose time is over on a day, the oldest first. */
    Query due(LocalDate day, ZoneId zone) {
        return Query.of(type.name()).where(over(day, zone)).sortedBy(field);
    }

    /** Those of them that have one of these ids. */
    Query due(LocalDate day, ZoneId zone, Collection<Long> ids) {
        return Query.of(type.name())
                .where(Rsql.in(SystemFields.ID, ids) + ';' + over(day, zone))
                .reading(SystemFields.ID)
                .limitedTo(Query.MAX_LIMIT);
    }

    private String over(LocalDate day, ZoneId zone) {
        String due = field + "=lt=" + Rsql.quote(bound(limit(day), zone));
        return filter == null ? due : due + ";(" + filter + ')';
    }

    /** Records of another type that point here and changed since then. */
    String changedSince(LocalDate day, ZoneId zone) {
        return SystemFields.UPDATED_AT
                + "=ge="
                + Rsql.quote(limit(day).atStartOfDay(zone).toInstant().toString());
    }

    private String bound(LocalDate limit, ZoneId zone) {
        boolean isDay = type.field(field)
                .filter(known -> known.kind() == FieldKind.DATE)
                .isPresent();
        return isDay ? limit.toString() : limit.atStartOfDay(zone).toInstant().toString();
    }
}
