package org.sencrm.ui.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sencrm.api.record.RecordType;

/** A filter as people see it: parts that all must hold. Immutable. */
public final class Filter {

    private final List<Part> parts;

    /**
     * One part of a filter.
     *
     * @param condition null where the part is more than one comparison of a field; it is kept as it was written
     */
    public record Part(String rsql, Condition condition) {

        static Part of(Condition condition) {
            return new Part(condition.rsql(), condition);
        }
    }

    private Filter(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Takes RSQL apart; what cannot be shown as a comparison stays one part. */
    public static Filter parse(String rsql, RecordType type) {
        List<Part> parts = new ArrayList<>();
        collect(rsql.strip(), type, parts);
        return new Filter(parts);
    }

    private static void collect(String rsql, RecordType type, List<Part> parts) {
        if (rsql.isEmpty()) {
            return;
        }
        Optional<List<String>> conjuncts = RsqlText.conjuncts(rsql);
        if (conjuncts.isEmpty()) {
            parts.add(new Part(rsql, null));
        } else if (conjuncts.get().size() > 1) {
            conjuncts.get().forEach(part -> collect(part, type, parts));
        } else if (RsqlText.isParenthesised(rsql)) {
            collect(rsql.substring(1, rsql.length() - 1).strip(), type, parts);
        } else {
            parts.add(new Part(rsql, Condition.parse(rsql, type).orElse(null)));
        }
    }

    public List<Part> parts() {
        return parts;
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    public Filter with(Condition condition) {
        List<Part> more = new ArrayList<>(parts);
        more.add(Part.of(condition));
        return new Filter(more);
    }

    public Filter replaced(int index, Condition condition) {
        List<Part> others = new ArrayList<>(parts);
        others.set(index, Part.of(condition));
        return new Filter(others);
    }

    public Filter without(int index) {
        List<Part> fewer = new ArrayList<>(parts);
        fewer.remove(index);
        return new Filter(fewer);
    }

    /** The whole filter in RSQL; empty for all records. */
    public String rsql() {
        if (parts.size() == 1) {
            return parts.get(0).rsql();
        }
        return parts.stream()
                .map(part -> part.condition() == null ? "(" + part.rsql() + ")" : part.rsql())
                .collect(Collectors.joining(";"));
    }
}
