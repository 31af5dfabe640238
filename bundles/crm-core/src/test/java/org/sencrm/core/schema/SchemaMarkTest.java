package org.sencrm.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.core.store.LocalDatabase;

class SchemaMarkTest {

    private final LocalDatabase database = new LocalDatabase();

    @Test
    void aNewDatabaseIsNotCurrentUntilItIsMarked(@TempDir Path folder) throws Exception {
        SchemaMark mark = new SchemaMark(database.source()::getConnection, "crm-a", List.of(file(folder, "one")));

        assertFalse(mark.isCurrent());
        mark.keep();
        assertTrue(mark.isCurrent());
    }

    @Test
    void aChangedFileIsNoticed(@TempDir Path folder) throws Exception {
        new SchemaMark(database.source()::getConnection, "crm-a", List.of(file(folder, "one"))).keep();

        assertFalse(
                new SchemaMark(database.source()::getConnection, "crm-a", List.of(file(folder, "two"))).isCurrent());
    }

    @Test
    void modulesAreMarkedEachForItself(@TempDir Path folder) throws Exception {
        List<URL> files = List.of(file(folder, "one"));
        new SchemaMark(database.source()::getConnection, "crm-a", files).keep();
        new SchemaMark(database.source()::getConnection, "crm-a", files).keep();

        assertFalse(new SchemaMark(database.source()::getConnection, "crm-b", files).isCurrent());
        assertTrue(new SchemaMark(database.source()::getConnection, "crm-a", files).isCurrent());
    }

    @Test
    void aForgottenModuleBeginsAgain(@TempDir Path folder) throws Exception {
        List<URL> files = List.of(file(folder, "one"));
        SchemaMark mark = new SchemaMark(database.source()::getConnection, "crm-a", files);
        mark.keep();
        new SchemaMark(database.source()::getConnection, "crm-b", files).keep();

        try (Connection connection = database.source().getConnection()) {
            assertEquals(Set.of("crm-a", "crm-b"), SchemaMark.modules(connection));
            SchemaMark.forget(connection, "crm-a");
            assertEquals(Set.of("crm-b"), SchemaMark.modules(connection));
        }
        assertFalse(mark.isCurrent());
    }

    private static URL file(Path folder, String content) throws Exception {
        return Files.writeString(folder.resolve("changelog.xml"), content)
                .toUri()
                .toURL();
    }
}
