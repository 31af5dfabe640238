package org.sencrm.core.file;

import java.util.List;
import java.util.function.UnaryOperator;
import org.sencrm.core.store.Database;

/**
 * What files tell of somebody who has to be forgotten. Past the gate and without a word in histories, for the parts of the core
 * that do it.
 */
public final class FileTraces {

    private final Database database;
    private final RecordFiles files;
    private final FileTable table = new FileTable();
    private final ContentTable contents = new ContentTable();

    public FileTraces(Database database, RecordFiles files) {
        this.database = database;
        this.files = files;
    }

    /** How many files a record has, in the trash too. */
    public int count(String type, long record) {
        return database.read(connection -> table.all(connection, type, record).size());
    }

    /** Deletes all files of a record for good. */
    public void forget(String type, long record) {
        database.write(connection -> {
            List<FileRow> all = table.all(connection, type, record);
            for (FileRow file : all) {
                table.delete(connection, file.id());
                contents.release(connection, file.hash());
            }
            files.contentsReleased();
            return null;
        });
    }

    /** Gives the files of a record other names. */
    public void rename(String type, long record, UnaryOperator<String> names) {
        database.write(connection -> {
            for (FileRow file : table.all(connection, type, record)) {
                String name = names.apply(file.name());
                if (!name.equals(file.name())) {
                    table.rename(connection, file.id(), FileNames.clean(name));
                }
            }
            return null;
        });
    }
}
