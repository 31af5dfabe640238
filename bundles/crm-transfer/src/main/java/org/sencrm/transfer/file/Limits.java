package org.sencrm.transfer.file;

/** What a file may hold. Beyond it, a file is refused as a whole rather than taken in part. */
public final class Limits {

    /** Bytes of a file as it arrives. */
    public static final long FILE_BYTES = 100L << 20;

    public static final int COLUMNS = 500;
    public static final long ROWS = 1_000_000;

    /** Characters of one cell. */
    public static final int CELL_CHARACTERS = 1 << 20;

    /** Bytes of all parts of a workbook together, once they are inflated. */
    static final long INFLATED_BYTES = 1L << 30;

    /** Inflated bytes of the table of texts, the one part that is held in memory. */
    static final long TEXT_TABLE_BYTES = 128L << 20;

    /** How many times larger than in the file a part may become; looked at once it is large at all. */
    static final long INFLATE_RATIO = 200;

    static final long RATIO_MATTERS_FROM_BYTES = 10L << 20;
    static final int PARTS = 5_000;

    private Limits() {}
}
