package org.sencrm.core.field;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.field.RecordLayout;
import org.sencrm.api.field.RecordRule;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredRule;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;

/** The fields of a type where a layout has them, and those that it does not know at the end of their place. */
final class Arranged {

    /** The system fields that pages show. */
    private static final Set<String> SYSTEM = Set.of(SystemFields.OWNER, SystemFields.TEAM, SystemFields.EXTERNAL_ID);

    private final List<RecordLayout.Section> heads = new ArrayList<>();
    private final List<List<String>> fields = new ArrayList<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private Arranged(StoredType type, RecordLayout layout) {
        if (layout.sections().isEmpty() || !layout.sections().get(0).isMain()) {
            begin(new RecordLayout.Section("", Map.of(), List.of()));
        }
        layout.sections().forEach(this::begin);
        Set<String> known = new HashSet<>(layout.hidden());
        fields.forEach(known::addAll);
        type.fields().stream()
                .filter(field -> isArranged(field) && !known.contains(field.name()))
                .forEach(this::append);
    }

    private int begin(RecordLayout.Section section) {
        heads.add(section);
        fields.add(new ArrayList<>(section.fields()));
        if (section.isMain() || !section.word().isEmpty()) {
            places.put(section.word(), heads.size() - 1);
        }
        return heads.size() - 1;
    }

    private void append(StoredField field) {
        String word = field.field().section();
        Integer place = places.get(word);
        int index = place == null ? begin(new RecordLayout.Section(word, Map.of(), List.of())) : place;
        fields.get(index).add(field.name());
    }

    /** The layout with a place for every field; what is not there keeps its place, too. */
    static RecordLayout complete(StoredType type, RecordLayout layout) {
        RecordLayout possible = possible(type, layout);
        return new RecordLayout(
                layout.type(),
                layout.role(),
                new Arranged(type, possible).sections(),
                possible.hidden(),
                layout.version());
    }

    /** The layout without hiding what a form has come to need. */
    private static RecordLayout possible(StoredType type, RecordLayout layout) {
        Set<String> hidden = new HashSet<>(layout.hidden());
        hidden.removeIf(name -> isNeeded(type, name));
        return new RecordLayout(layout.type(), layout.role(), layout.sections(), hidden, layout.version());
    }

    /** The sections as screens show them: what is there, and of sections with a heading those that have any of it. */
    static List<RecordLayout.Section> shown(StoredType type, RecordLayout layout) {
        return new Arranged(type, possible(type, layout))
                .sections().stream()
                        .map(section -> new RecordLayout.Section(
                                section.word(),
                                section.label(),
                                section.fields().stream()
                                        .filter(name -> type.field(name)
                                                .filter(Arranged::isArranged)
                                                .isPresent())
                                        .toList()))
                        .filter(section -> section.isMain() || !section.fields().isEmpty())
                        .toList();
    }

    private List<RecordLayout.Section> sections() {
        List<RecordLayout.Section> sections = new ArrayList<>();
        for (int index = 0; index < heads.size(); index++) {
            RecordLayout.Section head = heads.get(index);
            sections.add(new RecordLayout.Section(head.word(), head.label(), fields.get(index)));
        }
        return sections;
    }

    /** Whether layouts arrange the field: what a page shows as a value. */
    static boolean isArranged(StoredField field) {
        return field.kind() != FieldKind.STRUCTURE && (!field.field().system() || SYSTEM.contains(field.name()));
    }

    /** Whether a form cannot do without the field: nobody could make a record, or give it a name. */
    static boolean isNeeded(StoredType type, String name) {
        StoredField field = type.field(name).orElse(null);
        if (field == null) {
            return false;
        }
        boolean required = field.field().required() && !field.field().readOnly();
        return type.isLabel(field)
                || required && !type.initialValues().containsKey(name)
                || type.rules().stream().map(StoredRule::rule).anyMatch(rule -> requires(rule, name));
    }

    private static boolean requires(RecordRule rule, String name) {
        return rule.kind() == RecordRule.Kind.SHOW && rule.required() && name.equals(rule.field());
    }
}
