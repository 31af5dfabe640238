package org.sencrm.core.retention;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.privacy.Consents;
import org.sencrm.api.privacy.PersonalData;
import org.sencrm.api.privacy.Policies;
import org.sencrm.api.privacy.Retention;
import org.sencrm.api.privacy.RetentionHold;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.text.Messages;
import org.sencrm.core.record.Pointer;
import org.sencrm.core.type.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why records stay though their time is over. Whoever cannot say it now keeps them. */
final class Holds {

    private static final Logger LOG = LoggerFactory.getLogger(Holds.class);
    private static final String SUBJECT = "subject";
    private static final String PERSON = "person";
    private static final String ACTIVITIES = "activities";
    private static final String HOLD = "retention.kept.hold";
    private static final long NO_REQUEST = 0;
    private static final int AT_ONCE = 50;

    /** What proves something about a record is no work with it. */
    private static final List<String> NO_WORK =
            List.of(Consents.TYPE, PersonalData.REQUESTS, Policies.ACCEPTANCES, Retention.RUNS, Retention.HOLDS);

    private final Records records;
    private final TypeRegistry types;
    private final Messages messages;
    private final Collection<RetentionHold> others;

    /** @param others as they are when they are asked */
    Holds(Records records, TypeRegistry types, Messages messages, Collection<RetentionHold> others) {
        this.records = records;
        this.types = types;
        this.messages = messages;
        this.others = others;
    }

    /** By id of those that stay, why. @param ids of records of the rule's type, some dozens */
    Map<Long, String> reasons(Rule rule, Collection<Long> ids, LocalDate day, ZoneId zone, Locale locale) {
        return reasons(rule, ids, NO_REQUEST, day, zone, locale);
    }

    /** As above. @param request the one that the rule made itself, which holds nobody */
    Map<Long, String> reasons(
            Rule rule, Collection<Long> ids, long request, LocalDate day, ZoneId zone, Locale locale) {
        Map<Long, String> reasons = held(rule.type().name(), ids, request, day, locale);
        List<Long> left = ids.stream().filter(id -> !reasons.containsKey(id)).toList();
        inUse(rule, left, day, zone)
                .forEach((id, by) -> reasons.put(id, text(locale, "retention.kept.inUse", messages.many(locale, by))));
        return reasons;
    }

    /** As above, without those with which somebody works. */
    Map<Long, String> held(String type, Collection<Long> ids, LocalDate day, Locale locale) {
        return held(type, ids, NO_REQUEST, day, locale);
    }

    private Map<Long, String> held(String type, Collection<Long> ids, long request, LocalDate day, Locale locale) {
        Map<Long, String> reasons = new HashMap<>();
        if (ids.isEmpty()) {
            return reasons;
        }
        BooleanSupplier all = () -> reasons.keySet().containsAll(ids);
        eachHold(ids, day, all, (to, name) -> {
            if (to.type().equals(type)) {
                reasons.putIfAbsent(to.id(), text(locale, HOLD, name));
            }
        });
        each(PersonalData.REQUESTS, Rsql.in(PERSON, ids) + ";state==open", List.of(PERSON), all, asked -> {
            if (asked.id() != request
                    && asked.get(PERSON) instanceof Reference to
                    && to.type().equals(type)) {
                reasons.putIfAbsent(to.id(), text(locale, "retention.kept.request"));
            }
        });
        others.forEach(other -> ask(other, type, ids, locale, reasons));
        return reasons;
    }

    /** Why one of these records has to stay as it is, by a legal hold alone; null for no reason. */
    String onHold(List<Reference> records, LocalDate day, Locale locale) {
        List<String> names = new ArrayList<>();
        for (int from = 0; from < records.size() && names.isEmpty(); from += AT_ONCE) {
            List<Reference> some = records.subList(from, Math.min(records.size(), from + AT_ONCE));
            List<Long> ids = some.stream().map(Reference::id).toList();
            eachHold(ids, day, () -> !names.isEmpty(), (to, name) -> {
                if (some.stream()
                        .anyMatch(one -> one.id() == to.id() && one.type().equals(to.type()))) {
                    names.add(name);
                }
            });
        }
        return names.isEmpty() ? null : text(locale, HOLD, names.get(0));
    }

    private void eachHold(
            Collection<Long> ids, LocalDate day, BooleanSupplier enough, BiConsumer<Reference, String> work) {
        String running = Rsql.in(SUBJECT, ids) + ";(heldUntil=isnull=true,heldUntil=ge=" + day + ')';
        each(Retention.HOLDS, running, List.of("name", SUBJECT), enough, hold -> {
            if (hold.get(SUBJECT) instanceof Reference to) {
                work.accept(to, hold.text("name"));
            }
        });
    }

    private void ask(RetentionHold other, String type, Collection<Long> ids, Locale locale, Map<Long, String> reasons) {
        try {
            other.held(type, ids).forEach((id, key) -> reasons.putIfAbsent(id, text(locale, key)));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn(
                    "{} cannot say what has to stay; all of it stays",
                    other.getClass().getName(),
                    e);
            ids.forEach(id -> reasons.putIfAbsent(id, text(locale, "retention.kept.unknown")));
        }
    }

    /** People who were made forgotten by a certificate: there is nothing more to do. */
    List<Long> erased(String type, Collection<Long> ids) {
        List<Long> erased = new ArrayList<>();
        String certified = Rsql.in(PERSON, ids) + ";erasedAt=isnull=false";
        each(PersonalData.REQUESTS, certified, List.of(PERSON), () -> erased.containsAll(ids), request -> {
            if (request.get(PERSON) instanceof Reference to && to.type().equals(type)) {
                erased.add(to.id());
            }
        });
        return erased;
    }

    /** By id of those to which something else points that changed since, the name of its type. */
    private Map<Long, String> inUse(Rule rule, Collection<Long> ids, LocalDate day, ZoneId zone) {
        Map<Long, String> used = new HashMap<>();
        if (ids.isEmpty()) {
            return used;
        }
        String type = rule.type().name();
        BooleanSupplier all = () -> used.keySet().containsAll(ids);
        for (Pointer pointer : Pointer.to(type, types.all())) {
            if (isWork(pointer) && !all.getAsBoolean()) {
                String field = pointer.field().name();
                String filter = Rsql.in(field, ids) + ';' + rule.changedSince(day, zone);
                each(
                        pointer.type(),
                        filter,
                        List.of(field),
                        all,
                        other -> targets(other.get(field))
                                .filter(to -> to.type().equals(type) && ids.contains(to.id()))
                                .forEach(to -> used.putIfAbsent(to.id(), pointer.type())));
            }
        }
        return used;
    }

    /** What goes with its target belongs to it; but whoever called somebody worked with them. */
    private boolean isWork(Pointer pointer) {
        return !NO_WORK.contains(pointer.type())
                && !pointer.field().system()
                && types.stored(pointer.type())
                        .flatMap(type -> type.field(pointer.field().name()))
                        .filter(field -> !field.goesWithTarget() || ACTIVITIES.equals(pointer.type()))
                        .isPresent();
    }

    private static Stream<Reference> targets(Object value) {
        return (value instanceof List<?> list ? list.stream() : Stream.ofNullable(value))
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast);
    }

    /** @param enough asked after each page whether the others can be left unread */
    private void each(
            String type, String filter, List<String> fields, BooleanSupplier enough, Consumer<RecordData> work) {
        Query query = Query.of(type).where(filter).reading(fields).limitedTo(Query.MAX_LIMIT);
        for (Iterator<Page> pages = records.pages(Caller.system(), query).iterator(); pages.hasNext(); ) {
            pages.next().items().forEach(work);
            if (enough.getAsBoolean()) {
                return;
            }
        }
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.text(locale, key, arguments);
    }
}
