package org.sencrm.ui.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.access.Right;
import org.sencrm.ui.api.ScreenContext;

/** A cell of the matrix as people read it: in words, and as small drawings that stand for the words. */
final class MatrixWords {

    private final ScreenContext context;

    MatrixWords(ScreenContext context) {
        this.context = context;
    }

    /** All that the cell says. */
    String of(MatrixRow row, MatrixCell cell) {
        return switch (cell.kind()) {
            case RIGHTS -> rights(row, cell);
            case NOTHING -> context.text("matrix.nothing");
            case GRANTED -> context.text("matrix.granted");
            case ADMINISTRATOR -> context.text("matrix.administrator");
            case MODULE_OFF -> context.text("matrix.moduleOff");
        };
    }

    private String rights(MatrixRow row, MatrixCell cell) {
        String words = cell.byScope().entrySet().stream()
                .map(reach -> rights(reach.getValue()) + " · " + context.text("access.scope." + reach.getKey()))
                .collect(Collectors.joining("; "));
        List<String> sentences = new ArrayList<>(List.of(words));
        if (!cell.hidden().isEmpty()) {
            sentences.add(context.text("access.hidden", fields(row.code(), cell.hidden())));
        }
        if (cell.totals()) {
            sentences.add(context.text("access.totals"));
        }
        return String.join(". ", sentences);
    }

    private String rights(Set<Right> rights) {
        return rights.stream()
                .map(right -> context.text("access.right." + right.code()))
                .collect(Collectors.joining(", "));
    }

    /** Fields by their labels. */
    String fields(String type, Set<String> names) {
        return names.stream()
                .map(field -> context.messages().field(context.locale(), type, field))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * The same in a few signs: a line for each scope, its name, and behind a tab the numbers of the rights that reach so far.
     * A line without a tab is a word.
     */
    String brief(MatrixCell cell) {
        return switch (cell.kind()) {
            case RIGHTS -> briefRights(cell);
            case NOTHING -> "–";
            case GRANTED -> "✓";
            case ADMINISTRATOR -> context.text("matrix.administrator.short");
            case MODULE_OFF -> context.text("matrix.moduleOff.short");
        };
    }

    private String briefRights(MatrixCell cell) {
        List<String> lines = new ArrayList<>();
        cell.byScope()
                .forEach((scope, rights) -> lines.add(context.text("matrix.scope." + scope) + '\t' + numbers(rights)));
        if (cell.totals()) {
            lines.add(context.text("matrix.totals"));
        }
        if (!cell.hidden().isEmpty()) {
            lines.add(context.text("matrix.hidden", cell.hidden().size()));
        }
        return String.join("\n", lines);
    }

    private static String numbers(Set<Right> rights) {
        return rights.stream().map(right -> String.valueOf(right.ordinal())).collect(Collectors.joining());
    }
}
