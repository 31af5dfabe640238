package org.sencrm.ui.permission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The matrix as lines of CSV, all in quotes; what a spreadsheet could take for a formula begins with an apostrophe. */
final class MatrixCsv {

    private static final String BYTE_ORDER = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";

    /** What a cell says. */
    private final BiFunction<MatrixRow, MatrixCell, String> words;

    MatrixCsv(BiFunction<MatrixRow, MatrixCell, String> words) {
        this.words = words;
    }

    /** @param corner heading of the first column */
    void write(String corner, List<MatrixRow> rows, List<MatrixColumn> columns, Writer out) {
        try {
            out.write(BYTE_ORDER);
            line(out, Stream.concat(Stream.of(corner), columns.stream().map(MatrixColumn::title)));
            for (MatrixRow row : rows) {
                line(
                        out,
                        Stream.concat(
                                Stream.of(row.name()),
                                columns.stream()
                                        .map(column ->
                                                words.apply(row, column.cells().apply(row)))));
            }
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void line(Writer out, Stream<String> cells) throws IOException {
        out.write(cells.map(MatrixCsv::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
