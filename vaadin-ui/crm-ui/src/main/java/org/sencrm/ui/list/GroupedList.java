package org.sencrm.ui.list;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.total.CompanyTotal;

/** The rows of a list in groups that have the same value in one field, each with its totals and rows of its own. */
final class GroupedList extends Div {

    private static final long serialVersionUID = 1L;

    private static final int MOST_GROUPS = 100;
    private static final int MOST_SUMS = 3;

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient RecordGrid.Listener listener;
    private final transient Map<String, GroupSection> sections = new LinkedHashMap<>();
    private final transient Map<GroupSection, Set<RecordData>> chosen = new HashMap<>();
    private transient Rows rows;
    private int reading;

    /** Whether a cell is an input just now. */
    boolean isEdited() {
        return sections.values().stream().anyMatch(GroupSection::isEdited);
    }

    /**
     * How the rows of all groups are shown.
     *
     * @param query what the list shows, with the fields that are read
     * @param by what the groups have in common
     * @param widths in pixels by field
     */
    record Rows(
            Query query,
            Field by,
            List<Field> columns,
            Map<String, Integer> widths,
            List<String> sort,
            boolean narrow) {

        /** The question for one group. @param key null for the records without a value */
        Query of(String key) {
            return query.where(key == null ? by.name() + "=isnull=true" : Rsql.equal(by.name(), key));
        }

        /** The question for the groups. */
        SummaryQuery totals(RecordType type) {
            return new SummaryQuery(type.name(), by.name(), measures(), query.filter(), query.text(), MOST_GROUPS);
        }

        /** What is added up: the amounts and lengths among the columns. */
        List<String> measures() {
            List<String> measures = new ArrayList<>(List.of("count"));
            columns.stream()
                    .filter(field -> field.kind() == FieldKind.MONEY || field.kind() == FieldKind.DURATION)
                    .limit(MOST_SUMS)
                    .forEach(field -> measures.add("sum:" + field.name()));
            return measures;
        }
    }

    GroupedList(HostContext context, RecordType type, RecordGrid.Listener listener) {
        this.context = context;
        this.type = type;
        this.listener = listener;
        addClassName("grouped-list");
    }

    /** Whether a list can be grouped by the field. */
    static boolean canGroup(Field field) {
        return switch (field.kind()) {
            case CHOICE, CHOICES, BOOLEAN -> true;
            case REFERENCE -> field.target() != null;
            default -> false;
        };
    }

    /** @param onFailure told why it could not be read */
    void show(Rows shown, Consumer<Throwable> onFailure) {
        if (rows == null || !rows.by().equals(shown.by())) {
            sections.clear();
            chosen.clear();
            removeAll();
        }
        rows = shown;
        int mine = ++reading;
        Records records = context.records();
        Caller caller = context.caller();
        SummaryQuery totals = shown.totals(type);
        context.background(
                () -> new Figures(
                        records.summarize(caller, totals),
                        CompanyTotal.of(
                                records, caller, shown.query(), shown.by().name(), shown.measures())),
                read -> {
                    if (mine == reading) {
                        fill(read.own(), read.company());
                    }
                },
                onFailure);
    }

    /** @param company what all records come to, where the person is told */
    private record Figures(Summary own, Optional<Summary> company) {}

    private void fill(Summary summary, Optional<Summary> company) {
        List<Summary.Group> groups = summary.groups().stream()
                .filter(group -> group.totals().count() > 0)
                .toList();
        removeAll();
        boolean first = sections.isEmpty();
        Set<String> gone = new HashSet<>(sections.keySet());
        for (Summary.Group group : groups) {
            GroupSection section = sections.computeIfAbsent(group.key(), this::section);
            gone.remove(group.key());
            add(section);
            section.show(rows, group, ofGroup(company, group.key()));
            if (first) {
                section.open();
                first = false;
            }
        }
        gone.forEach(key -> chosen.remove(sections.remove(key)));
        if (summary.more()) {
            add(note("group.more", context.format(MOST_GROUPS)));
        }
        Div total = new Div();
        total.addClassNames("row", "group-total", "strong");
        new GroupTotals(context, type, rows.columns()).fill(total, context.text("group.total"), summary.total());
        add(total);
        company.ifPresent(this::addCompany);
        if (rows.by().kind() == FieldKind.CHOICES) {
            add(note("group.several"));
        }
        if (!summary.rateDays().isEmpty()) {
            add(note("group.rated", rateDays(summary)));
        }
    }

    /** Null for none. */
    private static Summary.Totals ofGroup(Optional<Summary> company, String key) {
        return company.stream()
                .flatMap(all -> all.groups().stream())
                .filter(group -> Objects.equals(group.key(), key))
                .map(Summary.Group::totals)
                .findFirst()
                .orElse(null);
    }

    private void addCompany(Summary company) {
        GroupTotals words = new GroupTotals(context, type, rows.columns());
        company.groups().stream()
                .filter(group -> Summary.OTHERS.equals(group.key()))
                .forEach(others -> addCompany(words, context.text("company.others"), others.totals()));
        addCompany(words, context.text("company.total"), company.total());
    }

    private void addCompany(GroupTotals words, String name, Summary.Totals totals) {
        Div line = new Div();
        line.addClassNames("row", "group-total");
        words.fill(line, name, totals);
        add(line);
    }

    /** By which days amounts are converted, in words. */
    private String rateDays(Summary summary) {
        FieldText labels = new FieldText(context);
        return summary.rateDays().values().stream()
                .flatMap(List::stream)
                .distinct()
                .map(name -> type.field(name).map(field -> labels.label(type, field)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" → "));
    }

    private Paragraph note(String key, Object... arguments) {
        Paragraph note = new Paragraph(context.text(key, arguments));
        note.addClassName("muted");
        return note;
    }

    private GroupSection section(String key) {
        return new GroupSection(context, type, key, this::select, listener);
    }

    private void select(GroupSection section, Set<RecordData> picked) {
        chosen.put(section, picked);
        Set<RecordData> all = new HashSet<>();
        sections.values().forEach(each -> all.addAll(chosen.getOrDefault(each, Set.of())));
        listener.selected(all);
    }

    void deselectAll() {
        sections.values().forEach(GroupSection::deselectAll);
    }
}
