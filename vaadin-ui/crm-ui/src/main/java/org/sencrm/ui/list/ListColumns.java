package org.sencrm.ui.list;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;

/** Which fields of a type a list can show, and which it shows unless somebody chose others. */
final class ListColumns {

    private final RecordType type;
    private final Set<String> leftOut;
    private final List<Field> possible;

    /**
     * @param hidden names of the fields that the person may not read
     * @param leftOut names of those that the person's layout leaves out: not offered, but shown where a view names them
     */
    ListColumns(RecordType type, Set<String> hidden, Set<String> leftOut) {
        this.type = type;
        this.leftOut = leftOut;
        this.possible = type.fields().stream()
                .filter(field -> !hidden.contains(field.name()))
                .filter(field -> field.kind() != FieldKind.STRUCTURE && !"id".equals(field.name()))
                .toList();
    }

    List<Field> possible() {
        return possible;
    }

    /** What there is to choose. */
    List<Field> offered() {
        return possible.stream()
                .filter(field -> !leftOut.contains(field.name()))
                .toList();
    }

    /** The name first, then what was chosen; the usual columns for an empty choice. Unknown names are left out. */
    List<Field> chosen(List<String> choices) {
        Set<String> wanted = new LinkedHashSet<>();
        wanted.add(type.labelField());
        wanted.addAll(
                choices.isEmpty()
                        ? usual()
                        : choices.stream()
                                .map(choice -> ColumnChoice.of(choice).field())
                                .toList());
        List<Field> columns = new ArrayList<>();
        wanted.forEach(name ->
                possible.stream().filter(field -> field.name().equals(name)).forEach(columns::add));
        return columns;
    }

    /** How wide somebody made the columns, in pixels by field; without those that are as wide as usual. */
    static Map<String, Integer> widths(List<String> choices) {
        return choices.stream()
                .map(ColumnChoice::of)
                .filter(choice -> choice.width() > 0)
                .collect(Collectors.toMap(ColumnChoice::field, ColumnChoice::width, (first, next) -> first));
    }

    private List<String> usual() {
        List<String> names = new ArrayList<>();
        offered().stream().filter(Field::listed).map(Field::name).forEach(names::add);
        return names;
    }

    /** Whether the engine can put records in the order of the field. */
    static boolean isSortable(Field field) {
        return switch (field.kind()) {
            case LONG_TEXT, RICH_TEXT, ADDRESS, CHOICES, REFERENCE, REFERENCES, STRUCTURE -> false;
            default -> true;
        };
    }

    /**
     * As wide as the values of the field need to be, which the rows share out in what room there is: one long name does not
     * push amounts and days out of sight.
     */
    static String width(Field field) {
        return switch (field.kind()) {
            case BOOLEAN, NUMBER, PERCENT, DURATION -> "96px";
            case DATE, CHOICE -> "124px";
            case PHONE -> "136px";
            case ADDRESS -> "140px";
            case DATE_TIME -> "148px";
            // a cut amount is a wrong one
            case MONEY -> "164px";
            case EMAIL, URL, CHOICES, REFERENCES, LONG_TEXT, RICH_TEXT -> "168px";
            default -> "128px";
        };
    }

    /** Whether values stand at the right edge, so that digits line up. */
    static boolean isFigure(Field field) {
        return field.kind() == FieldKind.NUMBER
                || field.kind() == FieldKind.MONEY
                || field.kind() == FieldKind.PERCENT
                || field.kind() == FieldKind.DURATION;
    }
}
