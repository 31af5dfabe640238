package org.sencrm.ui.transfer;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.transfer.Imports;

/**
 * Picks the first rows of one problem out of the error file while it is written (RFC 4180, UTF-8), and keeps nothing else
 * of it.
 */
final class ErrorRows extends OutputStream {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Imports.Problem problem;
    private final int most;
    private final ByteArrayOutputStream cell = new ByteArrayOutputStream();
    private List<String> row = new ArrayList<>();
    private boolean quoted;
    private boolean quoteSeen;
    private List<String> header = List.of();
    private final List<List<String>> rows = new ArrayList<>();

    ErrorRows(Imports.Problem problem, int most) {
        this.problem = problem;
        this.most = most;
    }

    List<String> header() {
        return header;
    }

    List<List<String>> rows() {
        return rows;
    }

    @Override
    public void write(int single) {
        char sign = (char) (single & 0xFF);
        if (quoteSeen) {
            quoteSeen = false;
            if (sign == '"') {
                cell.write('"');
                return;
            }
            quoted = false;
        }
        if (quoted) {
            inQuotes(sign);
        } else {
            outside(sign);
        }
    }

    /** Takes the last row where no line end follows it. */
    @Override
    public void close() {
        quoteSeen = false;
        quoted = false;
        if (cell.size() > 0 || !row.isEmpty()) {
            endRow();
        }
    }

    private void inQuotes(char sign) {
        if (sign == '"') {
            quoteSeen = true;
        } else {
            cell.write(sign);
        }
    }

    private void outside(char sign) {
        switch (sign) {
            case '"' -> quoted = true;
            case ',' -> endCell();
            case '\n' -> endRow();
            case '\r' -> {
                // the line feed behind it ends the row
            }
            default -> cell.write(sign);
        }
    }

    private void endCell() {
        row.add(cell.toString(StandardCharsets.UTF_8));
        cell.reset();
    }

    private void endRow() {
        endCell();
        if (header.isEmpty()) {
            header = row;
            stripByteOrderMark();
        } else if (rows.size() < most && isMeant()) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }

    private void stripByteOrderMark() {
        String first = header.get(0);
        if (!first.isEmpty() && first.charAt(0) == BYTE_ORDER_MARK) {
            header.set(0, first.substring(1));
        }
    }

    private boolean isMeant() {
        if (!has(header.lastIndexOf("code"), problem.code())) {
            return false;
        }
        return problem.column() == null
                || has(header.lastIndexOf("column"), problem.column())
                        && (problem.value() == null || has(header.indexOf(problem.column()), problem.value()));
    }

    /** The columns that were added stand behind the file's own, which may have the same names. */
    private boolean has(int index, String expected) {
        return index >= 0 && index < row.size() && row.get(index).equals(expected);
    }
}
