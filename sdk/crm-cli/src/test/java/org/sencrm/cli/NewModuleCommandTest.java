package org.sencrm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewModuleCommandTest {

    @TempDir
    Path place;

    @TempDir
    Path distribution;

    @TempDir
    Path local;

    @Test
    void everyPlaceholderIsFilled() throws IOException {
        run("acme-visits");

        for (Path file : files("acme-visits")) {
            String text = Files.readString(file);
            assertFalse(
                    text.contains("@name@") || text.contains("@type@") || text.contains("screens--"), file::toString);
            assertFalse(text.matches("(?s).*@[a-zA-Z]+@.*"), file::toString);
        }
    }

    @Test
    void recordsScreensAndPackageAreProjectsOfTheirOwn() throws IOException {
        run("acme-visits");

        Path made = place.resolve("acme-visits");
        String source = "src/main/java/com/example/acmevisits/";
        assertTrue(Files.exists(made.resolve("acme-visits/" + source + "AcmeVisit.java")));
        assertTrue(Files.exists(made.resolve("acme-visits-ui/" + source + "ui/AcmeVisitPanel.java")));
        assertTrue(Files.readString(made.resolve("pom.xml")).contains("<module>acme-visits-ui</module>"));
        assertTrue(Files.exists(made.resolve(".gitignore")));
    }

    @Test
    void whoWantsNoScreensGetsNone() throws IOException {
        run("acme-visits", "--without-screens");

        assertFalse(Files.exists(place.resolve("acme-visits/acme-visits-ui")));
        String pom = Files.readString(place.resolve("acme-visits/pom.xml"));
        assertFalse(pom.contains("-ui"));
        assertTrue(pom.contains("<module>acme-visits</module>\n  </modules>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme",
                "acme_visits",
                "1acme",
                "acme-",
                "-acme",
                "acme--x",
                "..",
                "acme/x",
                "viếng",
                "new",
                "account",
                ""
            })
    void aNameThatIsNoneIsBadUsage(String name) {
        assertThrows(BadUsage.class, () -> run(name));
        assertEquals(0, place.toFile().list().length);
    }

    @Test
    void aNameOfThirtyWordsIsTooLong() {
        assertThrows(BadUsage.class, () -> run("a-".repeat(30) + "a"));
    }

    @Test
    void anExistingFolderIsLeftAlone() throws IOException {
        Path mine = Files.createDirectories(place.resolve("acme"));
        Files.writeString(mine.resolve("pom.xml"), "mine");

        assertThrows(BadUsage.class, () -> run("acme"));

        assertEquals("mine", Files.readString(mine.resolve("pom.xml")));
    }

    @Test
    void aNameOfThePartsOfTheProductIsTaken() throws IOException {
        Files.createDirectories(distribution.resolve("system/org/sencrm/crm-core"));
        Files.createDirectories(local.resolve("org/sencrm/crm-sales"));

        assertThrows(BadUsage.class, () -> run("crm-core"));
        assertThrows(BadUsage.class, () -> run("crm-sales"));
    }

    @Test
    void theKitOfADistributionIsPutWhereMavenFindsIt() throws IOException {
        Path pom = distribution.resolve("sdk/repository/org/sencrm/crm-api/1.0/crm-api-1.0.pom");
        Files.createDirectories(pom.getParent());
        Files.writeString(pom, "<project/>");

        run("acme");

        assertEquals("<project/>", Files.readString(local.resolve("org/sencrm/crm-api/1.0/crm-api-1.0.pom")));
    }

    @Test
    void namesAreMadeOfTheOneThatIsGiven() {
        ModuleName visits = ModuleName.of("acme-visits");
        assertEquals("AcmeVisit", visits.className());
        assertEquals("acmevisits", visits.type());
        assertEquals("ACME_VISITS_VISIT", visits.table());
        assertEquals("Acme visit", visits.one());
        assertEquals("Acme visits", visits.many());
        ModuleName hello = ModuleName.of("hello");
        assertEquals("Hello", hello.className());
        assertEquals("hellos", hello.type());
        assertEquals("HELLO_HELLO", hello.table());
        assertEquals("Glass", ModuleName.of("glass").className());
        assertEquals("glasses", ModuleName.of("glass").type());
    }

    private int run(String... words) throws IOException {
        Kit kit = new Kit(
                Files.createDirectories(distribution.resolve("sdk/repository"))
                        .getParent()
                        .getParent(),
                local);
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new NewModuleCommand(place, kit, out).run(Arguments.parse(List.of(words), NewModuleCommand.OPTIONS));
    }

    private List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(place.resolve(folder))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
