package org.sencrm.api.module;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the core keeps of a module besides its tables: how far its changelog has run, and its settings. For the service
 * that installs and updates modules; a module itself needs none of it. Bundles are named by their OSGi id and must have
 * the headers {@code CRM-Module} and {@code CRM-Changelog}; for others there is nothing to do.
 */
@ProviderType
public interface ModuleData {

    /** Whether the database was last brought up to date from the very changelog of this bundle. */
    boolean isCurrent(long bundle) throws Exception;

    /**
     * Runs the steps of the bundle's changelog that the database has not seen. Returns when all have run; each commits by
     * itself, so a failure may leave some of them. The bundle need not be started.
     */
    void update(long bundle) throws Exception;

    /** Ids of the modules whose changelog has ever run here and was not forgotten since. */
    Set<String> known() throws SQLException;

    /**
     * Forgets within this transaction how far the module's changelog has run, so that the next update begins at its first
     * step. For one whose tables are dropped in the same transaction.
     */
    void forgetSchema(String module, Connection transaction) throws SQLException;

    /** Takes the module's settings away, the installation's and everybody's own: all that begin with its word. */
    void forgetSettings(String module);

    /**
     * Shows the fields that the module added to types of others, even while it is away, and tells of them type by type.
     * Types that are away themselves are left out, and so is what {@link #forgetFields} does not take away then.
     *
     * @throws Exception what the visitor throws
     */
    void visitFields(String module, FieldVisitor visitor) throws Exception;

    /** Takes the fields that the module added to types of others away, with all values; in the background, soon. */
    void forgetFields(String module);

    /**
     * Rows beside the module's own tables that must be as old as these: the unique values that its records hold. They are
     * copied with the tables and come back with them. Known while the module is away, too.
     *
     * @since 1.4
     */
    List<Companions> companions(String module);

    /**
     * Takes away what the core keeps of the records of the module's types, such as unique values, files, comments,
     * followers, favourites, views and the change log. For a module whose tables are dropped; may take a while, and done
     * twice it ends the same.
     *
     * @since 1.4
     */
    void forgetRecords(String module);

    /**
     * Keeps the records of the module's types as they are: whoever wants to change one is refused with a
     * {@link org.sencrm.api.fault.NotNow}, until the answer is closed or the process ends. Reading goes on, and what follows
     * from changes of other records, such as roll-ups, still does. Returns when no change is under way any more.
     *
     * @throws org.sencrm.api.fault.NotNow where changes that are under way take too long; then nothing is kept from changing
     * @since 1.5
     */
    Stillness keepStill(String module);

    /**
     * Records may change again once this is closed; a second time does nothing.
     *
     * @since 1.5
     */
    @ProviderType
    interface Stillness extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * The rows of a table of the core that have one of these values in the column.
     *
     * @param table in capitals
     * @param values none for no rows
     * @since 1.4
     */
    record Companions(String table, String column, Set<String> values) {

        public Companions {
            values = Set.copyOf(values);
        }
    }

    /** Is told of the fields that a module added to a type of another. */
    @FunctionalInterface
    interface FieldVisitor {

        /** @param fields names, oldest first; at least one */
        void visit(String type, List<String> fields) throws Exception;
    }
}
