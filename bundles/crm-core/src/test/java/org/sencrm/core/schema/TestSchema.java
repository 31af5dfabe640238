package org.sencrm.core.schema;

import javax.sql.DataSource;
import org.sencrm.core.store.LocalDatabase;
import org.sencrm.core.support.ModuleFiles;

/** Changelogs, run as the extender runs them, on the database of one test. */
public final class TestSchema {

    private static final String CHANGELOG = "db/changelog.xml";

    private TestSchema() {}

    /** A database with all tables of the core and what an installation begins with. */
    public static LocalDatabase fresh() {
        LocalDatabase database = new LocalDatabase();
        update(database, "crm-core", ModuleFiles.of(Migration.class));
        return database;
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
