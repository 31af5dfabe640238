package org.sencrm.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleFileTest {

    @TempDir
    Path folder;

    @Test
    void aTextIsReadInTheLanguageAskedFor() throws IOException {
        Path file = folder.resolve("module.jar");
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry("OSGI-INF/l10n/messages_en.properties"));
            jar.write("module.acme=Visits".getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new ZipEntry("OSGI-INF/l10n/messages_vi.properties"));
            jar.write("module.acme=Thăm khách hàng".getBytes(StandardCharsets.UTF_8));
        }

        assertEquals(
                Optional.of("Thăm khách hàng"),
                ModuleFile.text(file.toUri().toURL(), Locale.forLanguageTag("vi"), "module.acme"));
        assertEquals(Optional.empty(), ModuleFile.text(file.toUri().toURL(), Locale.ENGLISH, "module.other"));
        assertEquals(Optional.empty(), ModuleFile.text(file.toUri().toURL(), Locale.FRENCH, "module.acme"));
    }

    @Test
    void aLocationTellsGroupNameAndVersion() {
        assertEquals(
                Optional.of(new MavenLocation("org.sencrm", "crm-sales", "0.1.0-SNAPSHOT")),
                MavenLocation.of("mvn:org.sencrm/crm-sales/0.1.0-SNAPSHOT"));
        assertEquals("library 1.2", MavenLocation.label("wrap:mvn:com.example/library/1.2$Bundle-Version=1"));
        assertEquals("file:/tmp/x.jar", MavenLocation.label("file:/tmp/x.jar"));
    }
}
