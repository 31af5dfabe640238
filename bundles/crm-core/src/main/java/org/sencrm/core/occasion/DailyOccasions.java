package org.sencrm.core.occasion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.automation.Automations;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.job.ScheduledJob;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.setting.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells automations once a day whose birthday it is and what personal events there are, makes contacts a year older, and
 * moves yearly events on. Days on which the product was off are made up for.
 */
@Component(property = {ScheduledJob.NAME + "=core.occasions", ScheduledJob.SCHEDULE + "=daily 00:20"})
public final class DailyOccasions implements ScheduledJob {

    private static final Logger LOG = LoggerFactory.getLogger(DailyOccasions.class);

    private static final String LAST = "core.occasions.last";
    private static final int DAYS_AHEAD = 7;
    private static final int MOST_DAYS = 31;
    private static final int OLDEST = 130;

    private final Records records;
    private final Automations automations;
    private final Settings settings;
    private final CompanyDay day;

    @Activate
    public DailyOccasions(
            @Reference Records records, @Reference Automations automations, @Reference Settings settings) {
        this(records, automations, settings, Clock.systemUTC());
    }

    DailyOccasions(Records records, Automations automations, Settings settings, Clock clock) {
        this.records = records;
        this.automations = automations;
        this.settings = settings;
        this.day = new CompanyDay(settings, clock);
    }

    @Override
    public Map<String, Object> run(Caller caller, Jobs.Progress progress) {
        LocalDate today = day.today();
        int told = 0;
        for (LocalDate date = first(today); !date.isAfter(today) && !progress.cancelled(); date = date.plusDays(1)) {
            told += tell(caller, date);
            settings.set(caller, LAST, date.toString());
        }
        int changed = 0;
        if (!progress.cancelled()) {
            // what was there before ages were kept, too
            changed += touch(caller, "contacts", "birthday=isnull=false;birthday=le=" + today + ";age=isnull=true");
            changed += touch(caller, "personalevents", "nextOn=lt=" + today);
        }
        return Map.of("occasions", told, "changed", changed);
    }

    /** The day behind the last one that was told of. */
    private LocalDate first(LocalDate today) {
        String last = settings.get(LAST, "");
        LocalDate next = last.isEmpty() ? today : LocalDate.parse(last).plusDays(1);
        LocalDate earliest = today.minusDays(MOST_DAYS);
        return next.isBefore(earliest) ? earliest : next;
    }

    private int tell(Caller caller, LocalDate date) {
        LocalDate ahead = date.plusDays(DAYS_AHEAD);
        return each(caller, "contacts", born(date), contact -> {
                    refresh(caller, contact);
                    automations.fire(Birthday.CODE, contact.type(), contact.id());
                })
                + each(
                        caller,
                        "contacts",
                        born(ahead),
                        contact -> automations.fire(BirthdayAhead.CODE, contact.type(), contact.id()))
                + each(
                        caller,
                        "personalevents",
                        "nextOn==" + date,
                        event -> automations.fire(EventDay.CODE, event.type(), event.id()))
                + each(
                        caller,
                        "personalevents",
                        "nextOn==" + ahead,
                        event -> automations.fire(EventAhead.CODE, event.type(), event.id()));
    }

    /** Who was born on this day of any year; on the 29th of February also where this year has none. */
    private static String born(LocalDate date) {
        List<LocalDate> days = IntStream.rangeClosed(1, OLDEST)
                .mapToObj(age -> birthdays(date, age))
                .flatMap(List::stream)
                .toList();
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(",", "birthday=in=(", ")"));
    }

    private static List<LocalDate> birthdays(LocalDate date, int age) {
        LocalDate born = date.minusYears(age);
        boolean sameDay = born.getDayOfMonth() == date.getDayOfMonth();
        boolean leapDayBefore =
                date.getMonthValue() == 3 && date.getDayOfMonth() == 1 && !date.isLeapYear() && born.isLeapYear();
        if (!sameDay) {
            return List.of();
        }
        return leapDayBefore ? List.of(born, born.minusDays(1)) : List.of(born);
    }

    /** Saves each without a change of its own: its rules compute anew what follows from the day. */
    private int touch(Caller caller, String type, String filter) {
        return each(caller, type, filter, record -> refresh(caller, record));
    }

    private void refresh(Caller caller, RecordData record) {
        try {
            records.update(caller, record.type(), record.id(), record.version(), Map.of());
        } catch (Conflict | InvalidRecord | NotFound later) {
            // somebody is at it: their own save computes it, or the next day does
            LOG.debug(
                    "{} {} is left as it is: {}",
                    record.type(),
                    record.id(),
                    later.getClass().getSimpleName());
        }
    }

    private int each(Caller caller, String type, String filter, Consumer<RecordData> work) {
        return records.all(caller, Query.of(type).where(filter).reading("id"))
                .mapToInt(record -> {
                    work.accept(record);
                    return 1;
                })
                .sum();
    }
}
