package org.sencrm.ui.board;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordType;

/**
 * Which fields of a type its board is made of.
 *
 * @param stage the choice whose options are the columns
 * @param money what is added up; null for none
 * @param since the moment from which the age of a card counts: when it entered its column where the type tells
 *     that, in a field named after the choice such as {@code stageSince}; else when it was created
 * @param about the reference that tells cards of the same name apart; null for none
 */
record BoardShape(RecordType type, Field stage, Field money, String since, Field about) {

    private static final String CREATED = "createdAt";

    /** Null where the type has no board for this person. @param hidden fields that the person may not read */
    static BoardShape of(RecordType type, Set<String> hidden) {
        if (type.boardField() == null || hidden.contains(type.boardField())) {
            return null;
        }
        List<Field> readable = type.fields().stream()
                .filter(field -> !hidden.contains(field.name()))
                .toList();
        return new BoardShape(
                type,
                type.field(type.boardField()).orElseThrow(),
                first(readable, FieldKind.MONEY).orElse(null),
                since(type, readable),
                first(readable, FieldKind.REFERENCE).orElse(null));
    }

    private static String since(RecordType type, List<Field> readable) {
        String entered = type.boardField() + "Since";
        return readable.stream().anyMatch(field -> field.name().equals(entered) && field.kind() == FieldKind.DATE_TIME)
                ? entered
                : CREATED;
    }

    private static Optional<Field> first(List<Field> fields, FieldKind kind) {
        return fields.stream()
                .filter(field -> field.kind() == kind && !field.system())
                .findFirst();
    }

    /** What a card reads. */
    List<String> fields() {
        Set<String> names = new LinkedHashSet<>();
        names.add(type.labelField());
        names.add(stage.name());
        if (money != null) {
            names.add(money.name());
        }
        if (about != null) {
            names.add(about.name());
        }
        names.add(since);
        return List.copyOf(names);
    }

    /** The order of the cards in a column: what came into it last stands on top, where the type tells when that was. */
    Query sorted(Query query) {
        return query.sort().isEmpty() && !since.equals(CREATED) ? query.sortedBy("-" + since) : query;
    }

    /** The measure of the sums; null for none. */
    String sum() {
        return money == null ? null : "sum:" + money.name();
    }
}
