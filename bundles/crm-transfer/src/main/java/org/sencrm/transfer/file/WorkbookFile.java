package org.sencrm.transfer.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/** One sheet of a workbook of the xlsx kind. */
final class WorkbookFile implements TableFile {

    private final Path file;
    private final List<String> sheets;
    private final String sheet;

    private WorkbookFile(Path file, List<String> sheets, String sheet) {
        this.file = file;
        this.sheets = sheets;
        this.sheet = sheet;
    }

    static WorkbookFile open(Path file, String wanted) {
        try (ReadableWorkbook workbook = read(file)) {
            List<String> names = workbook.getSheets().map(Sheet::getName).toList();
            if (names.isEmpty()) {
                throw new UnreadableFile("transfer.file.empty");
            }
            String chosen = wanted == null || wanted.isBlank() ? names.get(0) : wanted;
            if (!names.contains(chosen)) {
                throw new UnreadableFile("transfer.file.unknownSheet", chosen);
            }
            return new WorkbookFile(file, names, chosen);
        } catch (IOException e) {
            throw new UnreadableFile(e, "transfer.file.brokenWorkbook");
        }
    }

    @Override
    public String encoding() {
        return null;
    }

    @Override
    public String delimiter() {
        return null;
    }

    @Override
    public List<String> sheets() {
        return sheets;
    }

    @Override
    public TableRows rows() {
        try {
            ReadableWorkbook workbook = read(file);
            return new WorkbookRows(workbook, workbook.findSheet(sheet).orElseThrow());
        } catch (IOException e) {
            throw new UnreadableFile(e, "transfer.file.brokenWorkbook");
        }
    }

    private static ReadableWorkbook read(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            throw new UnreadableFile(e, "transfer.file.brokenWorkbook");
        }
    }
}
