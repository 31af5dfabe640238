package org.sencrm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Vendors: one at work, whose module is built and swapped at each save, and one who has long forgotten the own add-on. */
public class VendorIT {

    private static final Path ROOT =
            Path.of(System.getProperty("crm.root", "..")).toAbsolutePath().normalize();
    private static final Pattern RUNS =
            Pattern.compile("acme-visits-1\\.0\\.0\\.dev-\\d+ runs \\((\\d+\\.\\d) s:.*\\)");
    /** What is promised to a vendor. */
    private static final double MOST_SECONDS = 5;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static Product product;

    @BeforeClass
    public static void startProduct() throws Exception {
        product = Product.start();
    }

    @AfterClass
    public static void stopProduct() throws Exception {
        if (product != null) {
            product.close();
        }
    }

    @Test
    public void anAddOnThatWasBuiltAgainstTheFirstApiWorks() throws Exception {
        Path kar = ROOT.resolve("sdk/baseline/first-visits-1.0.0.kar");

        Product.Said said = product.run("module", "install", kar.toString(), "--allow-development-key");

        assertEquals(said.text(), 0, said.code());
        Api.Answer made = product.admin().post("/firstvisits", Map.of("name", "As ever"));
        made.created();
        assertEquals("its hook", "open", made.json().path("status").asText());
        Api.Answer past = product.admin().post("/firstvisits", Map.of("name", "Late", "dueOn", "2020-01-01"));
        assertEquals(422, past.status());
        assertTrue(past.body(), past.body().contains("Ngày này đã qua"));
    }

    /** Nothing of ours is in this vendor's Maven repository but what the distribution puts there; others' libraries are. */
    @Test
    public void aVendorNeedsNothingButTheDistribution() throws Exception {
        Path place = FOLDER.newFolder("vendor").toPath();
        assertEquals(0, shell(place, "tar xzf '" + distribution() + "'").waitFor());
        Path settings = Files.writeString(
                place.resolve("settings.xml"),
                "<settings><mirrors><mirror><id>shelf</id><mirrorOf>*</mirrorOf><url>"
                        + repositoryOfThisBuild().toUri() + "</url></mirror></mirrors></settings>");
        String own = "export MAVEN_OPTS='-Dmaven.repo.local=" + place.resolve("repository") + " -Duser.home=" + place
                + "'; ";

        assertEquals(
                0,
                shell(place, own + "karaf-assembly-*/bin/crm new-module acme-notes --without-screens")
                        .waitFor());
        assertEquals(
                0,
                shell(place.resolve("acme-notes"), own + "mvn -B -q -s '" + settings + "' package")
                        .waitFor());

        Path kar = place.resolve("acme-notes/target/acme-notes-1.0.0.kar");
        Product.Said said = product.run("module", "install", kar.toString(), "--allow-development-key");
        assertEquals(said.text(), 0, said.code());
        assertEquals(200, product.admin().get("/acmenotes").status());
    }

    private static Path distribution() throws Exception {
        try (Stream<Path> files = Files.list(ROOT.resolve("karaf-assembly/target"))) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path repositoryOfThisBuild() {
        return Path.of(System.getProperty(
                "maven.repo.local",
                Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));
    }

    @Test
    public void whatIsSavedRunsAndWhatDoesNotCompileIsSaid() throws Exception {
        Path place = FOLDER.getRoot().toPath();
        assertEquals(
                0,
                shell(place, "'" + ROOT.resolve("crm") + "' new-module acme-visits")
                        .waitFor());
        File said = FOLDER.newFile("dev.log");
        Process dev = shell(
                place,
                "exec '" + ROOT.resolve("crm") + "' dev acme-visits --home '" + product.home() + "' > dev.log 2>&1");
        try {
            Await.until("the first swap", Duration.ofMinutes(3), () -> rounds(said) == 1);
            saves(place, said);
        } finally {
            dev.destroy();
        }
        assertTrue("it does not end when it is asked to", dev.waitFor(20, TimeUnit.SECONDS));
    }

    private void saves(Path place, File said) throws Exception {
        Path texts = place.resolve("acme-visits/acme-visits/src/main/resources/OSGI-INF/l10n/messages_en.properties");
        Path hook = place.resolve("acme-visits/acme-visits/src/main/java/com/example/acmevisits/AcmeVisitHook.java");
        // the first save still meets classes that were never used before
        replace(texts, "acmevisits.note=Note", "acmevisits.note=Remark");
        Await.until("the swap of a text", PATIENCE, () -> rounds(said) == 2);
        Api.Answer type = product.admin().send("GET", "/types/acmevisits", null, "Accept-Language", "en");
        assertTrue(type.body(), type.body().contains("Remark"));

        replace(hook, "today : null", "toda : null");
        Await.until(
                "the compiler's word",
                PATIENCE,
                () -> Files.readString(said.toPath()).contains("AcmeVisitHook.java:"));
        assertTrue(Files.readString(said.toPath()).matches("(?s).*AcmeVisitHook\\.java:\\d+: .*cannot find symbol.*"));
        assertEquals(2, rounds(said));

        replace(hook, "toda : null", "today : null");
        Await.until("the swap of a class", PATIENCE, () -> rounds(said) == 3);
        double seconds = lastSeconds(said);
        assertTrue("a swap takes " + seconds + " s", seconds < MOST_SECONDS);
    }

    private static void replace(Path file, String before, String after) throws Exception {
        String text = Files.readString(file);
        assertTrue(text.contains(before));
        Files.writeString(file, text.replace(before, after));
    }

    private static long rounds(File said) throws Exception {
        return RUNS.matcher(Files.readString(said.toPath())).results().count();
    }

    private static double lastSeconds(File said) throws Exception {
        Matcher runs = RUNS.matcher(Files.readString(said.toPath()));
        double seconds = Double.NaN;
        while (runs.find()) {
            seconds = Double.parseDouble(runs.group(1));
        }
        return seconds;
    }

    private static Process shell(Path place, String command) throws Exception {
        return new ProcessBuilder("bash", "-c", command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
