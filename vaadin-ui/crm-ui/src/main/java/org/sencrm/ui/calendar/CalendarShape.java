package org.sencrm.ui.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;

/**
 * Which field of a type says on which day of a calendar a record stands.
 *
 * @param zone in which an instant lies on a day
 */
record CalendarShape(RecordType type, Field by, ZoneId zone) {

    /** As many as one page holds: more cannot be told apart in a month. */
    static final int MOST = Query.MAX_LIMIT;

    /** The fields that can be chosen. @param hidden names of those that the person may not read */
    static List<Field> possible(RecordType type, Set<String> hidden) {
        return type.fields().stream()
                .filter(field -> field.kind() == FieldKind.DATE || field.kind() == FieldKind.DATE_TIME)
                .filter(field -> !hidden.contains(field.name()))
                .toList();
    }

    /** The one of this name; else the first. */
    static Optional<Field> chosen(List<Field> possible, String name) {
        return possible.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .or(() -> possible.stream().findFirst());
    }

    /** The question for the records of these days. */
    Query query(Query all, List<LocalDate> days) {
        LocalDate behind = days.get(days.size() - 1).plusDays(1);
        return all.where(by.name() + "=ge=" + days.get(0) + ";" + by.name() + "=lt=" + behind)
                .sortedBy(by.name() + "," + type.labelField())
                .reading(type.labelField(), by.name())
                .limitedTo(MOST);
    }

    LocalDate day(RecordData record) {
        Object value = record.get(by.name());
        return value instanceof Instant instant ? LocalDate.ofInstant(instant, zone) : (LocalDate) value;
    }

    /** The value that puts the record on the day, at the same time of the day where it has one. */
    Object on(RecordData record, LocalDate day) {
        if (record.get(by.name()) instanceof Instant instant) {
            ZonedDateTime moment = instant.atZone(zone);
            return moment.with(day).toInstant();
        }
        return day;
    }
}
