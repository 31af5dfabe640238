package org.sencrm.transfer.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.search.Folding;
import org.sencrm.transfer.file.Row;
import org.sencrm.transfer.file.TableRows;
import org.sencrm.transfer.mapping.FieldPath;
import org.sencrm.transfer.mapping.Mapping;
import org.sencrm.transfer.value.ColumnStyle;
import org.sencrm.transfer.value.DateEvidence;
import org.sencrm.transfer.value.DateOrder;
import org.sencrm.transfer.value.DateReader;
import org.sencrm.transfer.value.DecimalMark;
import org.sencrm.transfer.value.NumberEvidence;

/**
 * What a look over a whole table tells: how many rows there are, how each column writes numbers and dates, which names
 * the rows have. The same file gives the same survey each time, so an import that goes on reads as it did before.
 */
final class Survey {

    private final Mapping mapping;
    private final String datePattern;
    private final Locale locale;
    private final Map<Integer, NumberEvidence> numbers = new HashMap<>();
    private final Map<Integer, DateEvidence> dates = new LinkedHashMap<>();
    private final Map<Integer, Long> empty = new HashMap<>();
    private final Map<Integer, Long> unmapped = new LinkedHashMap<>();
    private final LongHashes names = new LongHashes();
    private final List<Integer> namingColumns;
    private final List<String> header;
    private final DecimalMark usualMark;
    private long rows;

    private Survey(ImportPlan plan, Locale locale, List<String> header) {
        this.mapping = plan.mapping();
        this.datePattern = plan.options().dateFormat();
        this.locale = locale;
        this.header = header;
        boolean commas = locale.getLanguage().equals("vi") && !plan.isOurOwnFile(header);
        this.usualMark = commas ? DecimalMark.COMMA : DecimalMark.DOT;
        this.namingColumns = plan.pointsToItself()
                ? mapping.columns().stream()
                        .filter(column -> names(plan, column))
                        .map(Mapping.Column::index)
                        .toList()
                : List.of();
        for (int index = 0; index < header.size(); index++) {
            unmapped.put(index, 0L);
        }
        for (Mapping.Column column : mapping.columns()) {
            unmapped.remove(column.index());
            FieldKind kind = kind(column);
            if (kind == FieldKind.NUMBER || kind == FieldKind.MONEY || kind == FieldKind.PERCENT) {
                numbers.put(column.index(), new NumberEvidence());
            } else if (kind == FieldKind.DATE || kind == FieldKind.DATE_TIME) {
                dates.put(column.index(), new DateEvidence());
            }
        }
    }

    /** @param most rows to look at */
    static Survey of(TableRows table, ImportPlan plan, Locale locale, long most) {
        Survey survey = new Survey(plan, locale, table.header());
        while (table.hasNext() && survey.rows < most) {
            survey.see(table.next());
        }
        return survey;
    }

    long rows() {
        return rows;
    }

    /** Whether a row of the table goes by this name; once in a long while true for a name that none has. */
    boolean hasRowNamed(String text) {
        return names.contains(Folding.fold(text));
    }

    /** How the column writes numbers and dates. */
    ColumnStyle style(int column) {
        NumberEvidence evidence = numbers.getOrDefault(column, new NumberEvidence());
        DateReader reader = datePattern == null
                ? DateReader.of(dates.containsKey(column) ? order(dates.get(column)) : null)
                : DateReader.of(datePattern, locale);
        return new ColumnStyle(evidence.decide(usualMark), reader);
    }

    /** The pattern of dates: as given, else that of the first column whose dates tell theirs; null for none. */
    String dateFormat() {
        if (datePattern != null) {
            return datePattern;
        }
        boolean doubtful = dates.values().stream().anyMatch(this::isAmbiguous);
        return doubtful
                ? null
                : dates.values().stream()
                        .map(evidence -> evidence.pattern(order(evidence)))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Whether there are dates that mean two things and nothing to tell which. */
    boolean isAmbiguous() {
        return datePattern == null && dates.values().stream().anyMatch(this::isAmbiguous);
    }

    void reportAmbiguous(Problems problems) {
        if (datePattern == null) {
            dates.forEach((column, evidence) -> {
                if (isAmbiguous(evidence)) {
                    problems.block("ambiguousDate", header.get(column), evidence.example(), evidence.open());
                }
            });
        }
    }

    /** What people should know before they start. */
    void reportNotices(Problems problems) {
        for (Mapping.Column column : mapping.columns()) {
            long missing = empty.getOrDefault(column.index(), 0L);
            if (missing > 0) {
                problems.notice("empty", column.name(), "", missing, null);
            }
        }
        dates.forEach((column, evidence) -> {
            String pattern = datePattern == null ? evidence.pattern(order(evidence)) : null;
            if (pattern != null && evidence.certain() + evidence.open() > 0) {
                problems.notice("dateFormat", header.get(column), null, evidence.certain(), pattern);
            }
        });
        numbers.forEach((column, evidence) -> {
            if (evidence.guessed() > 0) {
                String mark = evidence.decide(usualMark).name().toLowerCase(Locale.ROOT);
                problems.notice("numberFormat", header.get(column), null, evidence.guessed(), mark);
            }
        });
    }

    /** What of the file is not imported. */
    void reportUnused(Problems problems) {
        unmapped.forEach((column, filled) -> {
            if (filled > 0) {
                problems.notice("unmappedColumn", header.get(column), null, filled, null);
            }
        });
    }

    /** In which currency the amounts of columns without one were taken. */
    void reportCurrency(Problems problems, String currency) {
        for (Mapping.Column column : mapping.columns()) {
            Field field = column.path().field();
            boolean bare = field.kind() == FieldKind.MONEY
                    && column.path().part() == null
                    && mapping.part(field.name(), FieldPath.CURRENCY).isEmpty();
            long filled = rows - empty.getOrDefault(column.index(), 0L);
            if (bare && filled > 0) {
                problems.notice("currency", column.name(), null, filled, currency);
            }
        }
    }

    private void see(Row row) {
        rows++;
        for (Mapping.Column column : mapping.columns()) {
            int index = column.index();
            String text = column.replaced(row.text(index));
            if (text.isBlank()) {
                empty.merge(index, 1L, Long::sum);
            } else if (numbers.containsKey(index)) {
                if (row.isExact(index)) {
                    numbers.get(index).seeExact();
                } else {
                    numbers.get(index).see(text);
                }
            } else if (dates.containsKey(index)) {
                dates.get(index).see(text);
            }
        }
        for (int index : namingColumns) {
            if (!row.text(index).isEmpty()) {
                names.add(Folding.fold(row.text(index)));
            }
        }
        unmapped.replaceAll((index, filled) -> row.text(index).isEmpty() ? filled : filled + 1);
    }

    private boolean isAmbiguous(DateEvidence evidence) {
        return evidence.isOpen() && order(evidence) == null;
    }

    /** What the column tells, else what the other columns of the file tell, else what the language has. */
    private DateOrder order(DateEvidence evidence) {
        DateOrder told = evidence.told();
        if (told != null) {
            return told;
        }
        List<DateOrder> others = dates.values().stream()
                .map(DateEvidence::told)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return others.size() == 1 ? others.get(0) : DateEvidence.usual(locale);
    }

    private static FieldKind kind(Mapping.Column column) {
        if (column.path().part() != null && !column.path().isOfTarget()) {
            return FieldKind.TEXT;
        }
        Field field = column.path().isOfTarget()
                ? column.path().partField()
                : column.path().field();
        return field.kind();
    }

    private static boolean names(ImportPlan plan, Mapping.Column column) {
        String name = column.path().field().name();
        return column.path().part() == null && (name.equals(plan.type().labelField()) || name.equals("externalId"));
    }
}
