package org.sencrm.core.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.sencrm.core.store.LocalDatabase;
import org.sencrm.core.support.ModuleFiles;

/** Changelogs, run as the extender runs them, on the database of one test. */
public final class TestSchema {

    private static final String CHANGELOG = "db/changelog.xml";

    private TestSchema() {}

    /** A database with all tables of the core and what an installation begins with. */
    public static LocalDatabase fresh() {
        return LocalDatabase.isEmbedded() ? new LocalDatabase(Made.DATABASE) : made();
    }

    private static LocalDatabase made() {
        LocalDatabase database = new LocalDatabase();
        update(database, "crm-core", ModuleFiles.of(Migration.class));
        return database;
    }

    /** Made once for all tests: the changelog takes a second, a copy of what it made a tenth of it. */
    private static final class Made {

        static final Path DATABASE = save();

        private static Path save() {
            LocalDatabase database = made();
            try {
                return database.save(Files.createTempDirectory(Path.of("target"), "database"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                database.drop();
            }
        }
    }

    /** Brings the tables of a module, too; nothing where it has no changelog. */
    public static void update(LocalDatabase database, String module, ModuleFiles files) {
        if (files.find(CHANGELOG) == null) {
            return;
        }
        try {
            new Migration(database.source()::getConnection, module, CHANGELOG, new BundleFiles(module, files::find))
                    .update();
        } catch (Exception e) {
            throw new IllegalStateException("the changelog of " + module + " fails: " + e.getMessage(), e);
        }
    }

    static Migration migration(DataSource source, String changelog) {
        ClassLoader classes = TestSchema.class.getClassLoader();
        return new Migration(
                source::getConnection, "crm-core", changelog, new BundleFiles("crm-core", classes::getResource));
    }
}
