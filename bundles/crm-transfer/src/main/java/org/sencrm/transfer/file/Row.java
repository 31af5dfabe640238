package org.sencrm.transfer.file;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One row of a table below its header. Immutable. */
public final class Row {

    private final long number;
    private final String[] cells;
    private final Set<Integer> exact;

    /**
     * @param number as a spreadsheet counts: the first row of the file is 1
     * @param cells texts, empty for "nothing there"; may be shorter or longer than the header
     * @param exact indices of cells that a workbook holds as a number: their text is plain digits with a dot
     */
    public Row(long number, String[] cells, Set<Integer> exact) {
        this.number = number;
        this.cells = cells.clone();
        this.exact = Set.copyOf(exact);
    }

    public long number() {
        return number;
    }

    /** The text of a cell without blanks around it; empty where there is nothing. */
    public String text(int column) {
        return raw(column).strip();
    }

    /** The text as it stands in the file; empty where the row has no such cell. */
    public String raw(int column) {
        return column < cells.length ? cells[column] : "";
    }

    public boolean isExact(int column) {
        return exact.contains(column);
    }

    public Set<Integer> exact() {
        return exact;
    }

    public List<String> cells() {
        return Arrays.asList(cells.clone());
    }

    /** How many cells there are up to the last one that is not empty. */
    public int width() {
        int width = cells.length;
        while (width > 0 && cells[width - 1].isBlank()) {
            width--;
        }
        return width;
    }

    boolean isBlank() {
        return width() == 0;
    }
}
