package org.sencrm.core.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.ConfigurationPart.Need;
import org.sencrm.api.configuration.ConfigurationPart.Outline;
import org.sencrm.api.configuration.Promotion;
import org.sencrm.api.configuration.Promotion.State;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.core.fault.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the items of one file here, or tells what would become of them. For one use, by one thread. */
final class Promoter {

    private static final Logger LOG = LoggerFactory.getLogger(Promoter.class);

    private final Caller caller;
    private final RecordTypes types;
    private final Faults faults;
    private final Map<String, String> origins;
    private final boolean dryRun;

    /** What items of the file brought, or would have brought. */
    private final Set<Need> brought = new HashSet<>();

    /** What items of the file are still to bring. */
    private final Set<Need> promised = new HashSet<>();

    /** What items of the file should have brought that were refused. */
    private final Set<Need> refused = new HashSet<>();

    /** What a dry run would have written, by part and key. */
    private final Map<String, Map<String, Map<String, Object>>> foreseen = new LinkedHashMap<>();

    private final List<Promotion.Line> lines = new ArrayList<>();

    /** @param origins by record type, the module from which it comes where the file was written */
    Promoter(Caller caller, RecordTypes types, Faults faults, Map<String, String> origins, boolean dryRun) {
        this.caller = caller;
        this.types = types;
        this.faults = faults;
        this.origins = origins;
        this.dryRun = dryRun;
    }

    Promotion promotion() {
        return new Promotion(dryRun, lines);
    }

    /** Refuses the items of a part that is not there. */
    void refuse(String part, Map<String, Map<String, Object>> items) {
        items.forEach((key, value) -> lines.add(new Promotion.Line(
                part, key, null, key, State.REFUSED, Map.of(), value, text("configuration.noPart", part))));
    }

    /** Tells of a part that the file should have had. */
    void miss(String part) {
        String reason = text("configuration.missing");
        lines.add(new Promotion.Line(part, "", null, part, State.REFUSED, Map.of(), Map.of(), reason));
    }

    /** Those that need nothing of the others first, then those that need them, and so on. */
    void bring(Part part, Map<String, Map<String, Object>> wanted) {
        Map<String, ConfigurationItem> there;
        try {
            there = part.items(caller);
        } catch (RuntimeException e) {
            // the other parts, some of which are written already, are told of all the same
            String reason = reason(part.name(), e);
            wanted.forEach((key, value) -> refuse(new Work(part, key, value, null, Outline.of(null, key)), reason));
            return;
        }
        Map<String, Work> waiting = new LinkedHashMap<>();
        wanted.forEach(
                (key, value) -> outlined(part, key, value, there.get(key)).ifPresent(work -> waiting.put(key, work)));
        waiting.values().forEach(work -> promised.addAll(work.outline.provides()));
        boolean going = true;
        while (going) {
            going = bringWhatCan(waiting);
        }
        waiting.values().forEach(work -> refuse(work, missing(work.unmet())));
    }

    /** Empty, and refused, for one of which the part makes nothing. */
    private Optional<Work> outlined(Part part, String key, Map<String, Object> value, ConfigurationItem there) {
        try {
            return Optional.of(new Work(part, key, value, there, part.service().outline(caller, key, value)));
        } catch (RuntimeException e) {
            refuse(new Work(part, key, value, there, Outline.of(null, key)), reason(part.name(), e));
            return Optional.empty();
        }
    }

    private boolean bringWhatCan(Map<String, Work> waiting) {
        boolean moved = false;
        Iterator<Work> works = waiting.values().iterator();
        while (works.hasNext()) {
            Work work = works.next();
            if (work.unmet() == null) {
                works.remove();
                bring(work);
                moved = true;
            }
        }
        return moved;
    }

    private void bring(Work work) {
        try {
            Map<String, Object> before = work.there == null ? Map.of() : Plain.of(work.there.value());
            Map<String, Object> after = work.there == null
                    ? work.value
                    : Plain.of(work.part.service().merge(before, work.value));
            if (work.there != null && Plain.same(before, after)) {
                work.done(State.SAME, before, after);
                return;
            }
            Optional<String> refusal = work.part.service().refusal(caller, work.key, after, foreseen);
            if (refusal.isPresent()) {
                refuse(work, refusal.get());
                return;
            }
            if (dryRun) {
                foreseen.computeIfAbsent(work.part.name(), any -> new LinkedHashMap<>())
                        .put(work.key, after);
            } else {
                work.part.service().put(caller, work.key, after);
            }
            work.done(work.there == null ? State.ADDED : State.CHANGED, before, after);
        } catch (RuntimeException e) {
            refuse(work, reason(work.part.name(), e));
        }
    }

    private String reason(String part, RuntimeException refusal) {
        if (refusal instanceof InvalidRecord invalid) {
            return invalid.errors().stream().map(FieldError::message).distinct().collect(Collectors.joining(" "));
        } else if (refusal instanceof Fault) {
            return refusal.getMessage();
        } else if (refusal instanceof IllegalArgumentException || refusal instanceof ClassCastException) {
            LOG.debug("An item of the part {} makes no sense", part, refusal);
            return text("configuration.senseless");
        }
        LOG.error("An item of the part {} cannot be put", part, refusal);
        return text("configuration.failed");
    }

    private void refuse(Work work, String reason) {
        promised.removeAll(work.outline.provides());
        refused.addAll(work.outline.provides());
        lines.add(new Promotion.Line(
                work.part.name(),
                work.key,
                work.outline.type(),
                work.outline.label(),
                State.REFUSED,
                Map.of(),
                work.value,
                reason));
    }

    private String missing(Need need) {
        if (refused.contains(need) || promised.contains(need)) {
            return text("configuration.refusedToo", need.field() == null ? need.type() : need.field());
        } else if (need.field() != null && types.find(need.type()).isPresent()) {
            return text("configuration.noField", need.field(), need.type());
        }
        String module = origins.get(need.type());
        return module == null
                ? text("configuration.noType", need.type())
                : text("configuration.noTypeOf", need.type(), module);
    }

    private boolean isMet(Need need) {
        if (promised.contains(need) || refused.contains(need)) {
            return false;
        }
        return brought.contains(need)
                || types.find(need.type())
                        .filter(type ->
                                need.field() == null || type.field(need.field()).isPresent())
                        .isPresent();
    }

    private String text(String key, Object... arguments) {
        return faults.text(caller, key, arguments);
    }

    /** One item of the file. */
    private final class Work {

        private final Part part;
        private final String key;
        private final Map<String, Object> value;
        private final ConfigurationItem there;
        private final Outline outline;

        /** @param there null where there is none of its key here */
        Work(Part part, String key, Map<String, Object> value, ConfigurationItem there, Outline outline) {
            this.part = part;
            this.key = key;
            this.value = value;
            this.there = there;
            this.outline = outline;
        }

        /** Something that it needs and that is not there; null for nothing. */
        Need unmet() {
            return outline.needs().stream()
                    .filter(need -> !isMet(need))
                    .min(Comparator.comparing(Need::toString))
                    .orElse(null);
        }

        void done(State state, Map<String, Object> before, Map<String, Object> after) {
            promised.removeAll(outline.provides());
            brought.addAll(outline.provides());
            lines.add(new Promotion.Line(
                    part.name(),
                    key,
                    outline.type(),
                    outline.label(),
                    state,
                    Plain.difference(before, after),
                    Plain.difference(after, before),
                    null));
        }
    }
}
