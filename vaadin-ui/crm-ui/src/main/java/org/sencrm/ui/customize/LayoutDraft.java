package org.sencrm.ui.customize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.sencrm.api.field.RecordLayout;

/** A layout while an administrator arranges it. Fields that are not there keep their place among those that are. */
final class LayoutDraft {

    private final RecordLayout begun;
    private final Predicate<String> there;
    private final List<Part> parts = new ArrayList<>();
    private final TreeSet<String> hidden;

    /**
     * @param begun with a place for every field
     * @param there whether there is a field of this name now
     */
    LayoutDraft(RecordLayout begun, Predicate<String> there) {
        this.begun = begun;
        this.there = there;
        this.hidden = new TreeSet<>(begun.hidden());
        begun.sections().forEach(section -> parts.add(new Part(section)));
    }

    /** A section; the first one is the part without a heading. */
    final class Part {

        private final String word;
        private final List<String> fields;
        private Map<String, String> label;

        private Part(RecordLayout.Section section) {
            word = section.word();
            label = section.label();
            fields = new ArrayList<>(section.fields());
        }

        /** What fields name it by; empty for one that an administrator made. */
        String word() {
            return word;
        }

        /** By language; empty where it has the heading of its word. */
        Map<String, String> label() {
            return label;
        }

        void rename(Map<String, String> heading) {
            label = Map.copyOf(heading);
        }

        boolean isMain() {
            return this == parts.get(0);
        }

        /** Those that are there now. */
        List<String> fields() {
            return fields.stream().filter(there).toList();
        }

        private RecordLayout.Section section() {
            return new RecordLayout.Section(word, label, fields);
        }
    }

    /** The layout with which it began. */
    RecordLayout begun() {
        return begun;
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** Fields that are left out and there now. */
    List<String> hidden() {
        return hidden.stream().filter(there).toList();
    }

    /** The part in which a field stands; null where it is left out. */
    Part partOf(String field) {
        return parts.stream()
                .filter(part -> part.fields.contains(field))
                .findFirst()
                .orElse(null);
    }

    /** One place up or down among the fields that are there, and over the edge of a part into the next one. */
    void move(String field, boolean down) {
        Part part = partOf(field);
        if (part == null) {
            return;
        }
        List<String> seen = part.fields();
        int next = seen.indexOf(field) + (down ? 1 : -1);
        if (next >= 0 && next < seen.size()) {
            part.fields.remove(field);
            part.fields.add(part.fields.indexOf(seen.get(next)) + (down ? 1 : 0), field);
            return;
        }
        int neighbour = parts.indexOf(part) + (down ? 1 : -1);
        if (neighbour >= 0 && neighbour < parts.size()) {
            part.fields.remove(field);
            List<String> others = parts.get(neighbour).fields;
            others.add(down ? 0 : others.size(), field);
        }
    }

    boolean canMove(String field, boolean down) {
        Part part = partOf(field);
        if (part == null) {
            return false;
        }
        List<String> seen = part.fields();
        Part edge = parts.get(down ? parts.size() - 1 : 0);
        return part != edge || seen.indexOf(field) != (down ? seen.size() - 1 : 0);
    }

    /** @param before the field before which it shall stand; null for the end */
    void moveTo(String field, Part part, String before) {
        if (field.equals(before)) {
            return;
        }
        take(field);
        int place = before == null ? -1 : part.fields.indexOf(before);
        part.fields.add(place < 0 ? part.fields.size() : place, field);
    }

    void leaveOut(String field) {
        take(field);
        hidden.add(field);
    }

    private void take(String field) {
        parts.forEach(part -> part.fields.remove(field));
        hidden.remove(field);
    }

    /** @param heading by language */
    Part addPart(Map<String, String> heading) {
        Part part = new Part(new RecordLayout.Section("", heading, List.of()));
        parts.add(part);
        return part;
    }

    /** Its fields stand at the end of the part without a heading then. */
    void removePart(Part part) {
        parts.remove(part);
        parts.get(0).fields.addAll(part.fields);
    }

    /** The part without a heading stays the first. */
    void movePart(Part part, boolean down) {
        int place = parts.indexOf(part) + (down ? 1 : -1);
        if (canMovePart(part, down)) {
            parts.remove(part);
            parts.add(place, part);
        }
    }

    boolean canMovePart(Part part, boolean down) {
        int place = parts.indexOf(part) + (down ? 1 : -1);
        return !part.isMain() && place > 0 && place < parts.size();
    }

    boolean isChanged() {
        return !hidden.equals(begun.hidden())
                || !parts.stream().map(Part::section).toList().equals(begun.sections());
    }

    /** As it travels. */
    Map<String, Object> description() {
        return description(new RecordLayout(
                begun.type(), begun.role(), parts.stream().map(Part::section).toList(), hidden, begun.version()));
    }

    /** A layout as it travels. */
    static Map<String, Object> description(RecordLayout layout) {
        List<Map<String, Object>> sections = new ArrayList<>();
        for (RecordLayout.Section section : layout.sections()) {
            sections.add(Map.of("word", section.word(), "label", section.label(), "fields", section.fields()));
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("sections", sections);
        members.put("hidden", layout.hidden().stream().sorted().toList());
        return members;
    }
}
