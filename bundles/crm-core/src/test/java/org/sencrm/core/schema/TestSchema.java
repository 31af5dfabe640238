package org.sencrm.core.schema;

import javax.sql.DataSource;
import org.sencrm.core.store.LocalDatabase;

/** The core's changelog, run as the extender runs it, on the database of one test. */
public final class TestSchema {

    private TestSchema() {}

    /** A database with all tables of the core and what an installation begins with. */
    public static LocalDatabase fresh() {
        LocalDatabase database = new LocalDatabase();
        try {
            migration(database.source(), "db/changelog.xml").update();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    static Migration migration(DataSource source, String changelog) {
        ClassLoader classes = TestSchema.class.getClassLoader();
        return new Migration(
                source::getConnection, "crm-core", changelog, new BundleFiles("crm-core", classes::getResource));
    }
}
