package org.sencrm.transfer.file;

import java.util.List;
import java.util.NoSuchElementException;

/** What reading row by row has in common, whatever the file: the header first, one row ahead, a limit. */
abstract class ReadAhead implements TableRows {

    private List<String> header;
    private long rowsBelowHeader;
    private Row next;

    /** Reads the header and the first row; called once, when the reader is ready. */
    final void begin() {
        Row first = read();
        if (first == null) {
            close();
            throw new UnreadableFile("transfer.file.empty");
        }
        header = Header.of(first);
        next = read();
    }

    /** The next row that is not blank; null at the end. */
    abstract Row read();

    @Override
    public final List<String> header() {
        return header;
    }

    @Override
    public final boolean hasNext() {
        return next != null;
    }

    @Override
    public final Row next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Row row = next;
        if (++rowsBelowHeader > Limits.ROWS) {
            throw new UnreadableFile("transfer.file.tooManyRows", Limits.ROWS);
        }
        next = read();
        return row;
    }

    /** What people call the column at this place; its number while the header is not read yet. */
    final String columnName(int index) {
        return header != null && index < header.size() ? header.get(index) : "#" + (index + 1);
    }
}
