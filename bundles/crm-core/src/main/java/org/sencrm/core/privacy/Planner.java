package org.sencrm.core.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sencrm.api.privacy.PersonalData.Fate;
import org.sencrm.api.privacy.PersonalData.Line;
import org.sencrm.api.privacy.PersonalData.Plan;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;
import org.sencrm.core.file.FileTraces;
import org.sencrm.core.record.RecordService;
import org.sencrm.core.store.Database;

/** Says what becomes of the records about a person: of those that are the person one by one, of the others in numbers. */
final class Planner {

    private final Database database;
    private final RecordService records;
    private final RecordTypes types;
    private final FileTraces files;
    private final Messages messages;
    private final Traces traces = new Traces();

    Planner(Database database, RecordService records, RecordTypes types, FileTraces files, Messages messages) {
        this.database = database;
        this.records = records;
        this.types = types;
        this.files = files;
        this.messages = messages;
    }

    Plan plan(Locale locale, Reach reach) {
        List<Line> lines = new ArrayList<>();
        add(lines, locale, reach.persons(), Fate.EMPTIED);
        add(lines, locale, reach.gone(), Fate.GONE);
        add(lines, locale, reach.kept(), Fate.KEPT);
        return new Plan(reach.digest(), lines, labelled(reach.people()), labelled(reach.alike()));
    }

    private List<Reference> labelled(Collection<Reference> some) {
        return some.stream()
                .map(record -> {
                    Object label = records.stored(record.type(), record.id())
                            .get(types.get(record.type()).labelField());
                    return new Reference(record.type(), record.id(), label == null ? null : label.toString());
                })
                .toList();
    }

    private void add(List<Line> lines, Locale locale, Collection<Reference> records, Fate fate) {
        Map<String, List<Reference>> byType = new TreeMap<>();
        records.forEach(record ->
                byType.computeIfAbsent(record.type(), type -> new ArrayList<>()).add(record));
        byType.forEach((type, some) -> lines.add(new Line(
                type,
                fate,
                some.size(),
                some.stream()
                        .mapToLong(record -> files.count(record.type(), record.id()))
                        .sum(),
                database.read(connection -> {
                    long comments = 0;
                    for (Reference record : some) {
                        comments += traces.comments(connection, record);
                    }
                    return comments;
                }),
                fate == Fate.KEPT ? reason(locale, type) : null)));
    }

    private String reason(Locale locale, String type) {
        String declared = types.get(type).keptBecause();
        return messages.text(locale, declared.isEmpty() ? "privacy.keptBecause.work" : declared);
    }

    /** The plan as it was carried out, in words. */
    String certificate(Locale locale, Plan plan, long changes) {
        Map<Fate, List<String>> said = new LinkedHashMap<>();
        for (Line line : plan.lines()) {
            String name = line.records() == 1 ? messages.one(locale, line.type()) : messages.many(locale, line.type());
            String text = messages.text(
                    locale,
                    "privacy.certificate." + line.what().code(),
                    line.records(),
                    name,
                    line.files(),
                    line.comments(),
                    line.reason());
            said.computeIfAbsent(line.what(), fate -> new ArrayList<>()).add("– " + text);
        }
        List<String> all = new ArrayList<>();
        said.forEach((fate, lines) -> {
            all.add(messages.text(locale, "privacy.fate." + fate.code()));
            all.addAll(lines);
        });
        all.add(messages.text(locale, "privacy.certificate.changes", changes));
        if (!plan.alike().isEmpty()) {
            // how many and not which: they have the name that the certificate must not have
            all.add(messages.text(
                    locale, "privacy.certificate.alike", plan.alike().size()));
        }
        return String.join("\n", all);
    }
}
