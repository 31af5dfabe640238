package org.sencrm.ui.list;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A filter as people see it: parts that all must hold. Immutable. */
final class Filter {

    /** How many groups inside one another people are shown; what lies deeper stays as it was written. */
    static final int DEEPEST = 2;

    /** Longest text that is taken apart: the server refuses what is longer than any filter that people make. */
    private static final int LONGEST = 20_000;

    private final List<Part> parts;

    /**
     * One part of a filter.
     *
     * @param rsql as it was written
     * @param condition null where it is more than one comparison
     * @param group null where it is no group; where both are null, people see the part as it was written
     */
    record Part(String rsql, Condition condition, Group group) {

        static Part of(Condition condition) {
            return new Part(condition.rsql(), condition, null);
        }

        /** A group of one is that one. */
        static Part of(Group group) {
            return group.parts().size() == 1 ? group.parts().get(0) : new Part(group.rsql(), null, group);
        }

        private static Part written(String rsql) {
            return new Part(rsql, null, null);
        }
    }

    /**
     * Parts that belong together.
     *
     * @param all whether all must hold; else one is enough
     */
    record Group(boolean all, List<Part> parts) {

        Group {
            parts = List.copyOf(parts);
        }

        String rsql() {
            return parts.size() == 1
                    ? parts.get(0).rsql()
                    : parts.stream()
                            .map(part -> part.condition() == null ? "(" + part.rsql() + ")" : part.rsql())
                            .collect(Collectors.joining(Character.toString(all ? RsqlText.AND : RsqlText.OR)));
        }
    }

    private Filter(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** A filter of one group. */
    static Filter of(Group group) {
        return group.all() || group.parts().size() < 2
                ? new Filter(group.parts())
                : new Filter(List.of(Part.of(group)));
    }

    /** Takes RSQL apart; what cannot be shown as comparisons and groups stays as it is. */
    static Filter parse(String rsql, FieldPaths fields) {
        String text = rsql.strip();
        if (text.isEmpty()) {
            return new Filter(List.of());
        }
        Part whole = text.length() > LONGEST ? Part.written(text) : part(text, fields, 0);
        boolean several = whole.group() != null && whole.group().all();
        return new Filter(several ? whole.group().parts() : List.of(whole));
    }

    /** @param depth how many groups it lies in */
    private static Part part(String rsql, FieldPaths fields, int depth) {
        List<String> alternatives = RsqlText.split(rsql, RsqlText.OR);
        if (alternatives.size() > 1) {
            return group(rsql, false, alternatives, fields, depth);
        }
        List<String> conjuncts = RsqlText.split(rsql, RsqlText.AND);
        if (conjuncts.size() > 1) {
            return group(rsql, true, conjuncts, fields, depth);
        }
        if (RsqlText.isParenthesised(rsql)) {
            return part(rsql.substring(1, rsql.length() - 1).strip(), fields, depth);
        }
        return new Part(rsql, Condition.parse(rsql, fields).orElse(null), null);
    }

    private static Part group(String rsql, boolean all, List<String> texts, FieldPaths fields, int depth) {
        if (depth == DEEPEST) {
            return Part.written(rsql);
        }
        List<Part> parts = new ArrayList<>();
        for (String text : texts) {
            Part part = part(text, fields, depth + 1);
            if (part.group() != null && part.group().all() == all) {
                parts.addAll(part.group().parts());
            } else {
                parts.add(part);
            }
        }
        return new Part(rsql, null, new Group(all, parts));
    }

    List<Part> parts() {
        return parts;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The whole as one group. */
    Group group() {
        Group only = parts.size() == 1 ? parts.get(0).group() : null;
        return only == null ? new Group(true, parts) : only;
    }

    Filter with(Condition condition) {
        List<Part> more = new ArrayList<>(parts);
        more.add(Part.of(condition));
        return new Filter(more);
    }

    Filter replaced(int index, Condition condition) {
        List<Part> others = new ArrayList<>(parts);
        others.set(index, Part.of(condition));
        return new Filter(others);
    }

    Filter without(int index) {
        List<Part> fewer = new ArrayList<>(parts);
        fewer.remove(index);
        return new Filter(fewer);
    }

    /** The whole filter in RSQL; empty for all records. */
    String rsql() {
        return new Group(true, parts).rsql();
    }
}
