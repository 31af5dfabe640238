package org.sencrm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The guides, taken literally: every command in a block marked {@code bash} is run in the order in which it stands, by
 * somebody with an empty home folder who does nothing else. What is shown only is in blocks with another mark.
 */
public class GuideIT {

    private static final Path ROOT =
            Path.of(System.getProperty("crm.root", "..")).toAbsolutePath().normalize();
    private static final Pattern COMMANDS =
            Pattern.compile("^```bash\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(([^)]+)\\)");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]+]\\((?!https?:|#)([^)#]+)[^)]*\\)");

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))(\\.\\w+)?`");

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Path place;
    private int port;

    @Before
    public void prepare() throws Exception {
        place = folder.newFolder("place").toPath();
        port = PostgresServer.freePort();
        Path launcher =
                Files.writeString(place.resolve("crm"), "#!/bin/sh\nexec '" + ROOT.resolve("crm") + "' \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    }

    @After
    public void stop() throws Exception {
        run("./crm stop");
    }

    @Test
    public void theReadmeGetsANewcomerToARunningProduct() throws Exception {
        follow("README.md", Map.of());
    }

    @Test
    public void theAdministratorsGuideWorksAsItIsWritten() throws Exception {
        for (String name : List.of("accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv")) {
            Files.copy(RealData.file(name), place.resolve(name));
        }
        try (PostgresServer server = PostgresServer.start()) {
            assertTrue("PostgreSQL is not installed: apt-get install postgresql", server != null);
            follow(
                    "docs/guide/administrator.md",
                    Map.of(
                            "the-database-password",
                            server.password(),
                            "crm@127.0.0.1/crm",
                            "crm@127.0.0.1:" + server.port() + "/crm"));
            assertTrue(Files.readString(place.resolve("pg-home/runtime/etc/org.ops4j.datasource-crm.cfg"))
                    .contains(PostgresqlIT.PLAN_EACH_ANEW));
            run("./crm stop --home pg-home");
        }
    }

    @Test
    public void theGuideForModulesLeadsFromNothingToASignedAddOn() throws Exception {
        Path page = ROOT.resolve("docs/guide/write-a-module.md");
        List<GuideStep> steps = GuideStep.of(Files.readString(page));
        assertTrue(steps.stream().anyMatch(GuideStep::isEdit));
        for (GuideStep step : steps) {
            if (step.isEdit()) {
                step.edit(place);
            } else {
                runAsReader(page.getFileName().toString(), step.text(), Map.of());
            }
        }
    }

    @Test
    public void everyPictureAndEveryLinkOfTheGuidesIsThere() throws Exception {
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            for (Pattern kind : List.of(PICTURE, LINK)) {
                Matcher match = kind.matcher(text);
                while (match.find()) {
                    Path shown = page.resolveSibling(match.group(1));
                    if (!Files.exists(shown) || Files.isRegularFile(shown) && Files.size(shown) == 0) {
                        missing.add(ROOT.relativize(page) + ": " + match.group(1));
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    public void everyTestThatTheListOfSecurityNamesIsThere() throws Exception {
        Map<String, String> tests = new HashMap<>();
        for (String part : List.of("bundles", "vaadin-ui", "sdk", "itests")) {
            try (var files = Files.walk(ROOT.resolve(part))) {
                for (Path file : files.filter(GuideIT::isTest).toList()) {
                    // two bundles may each have a test of the same name
                    tests.merge(
                            file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
                }
            }
        }
        List<String> missing = new ArrayList<>();
        Matcher named = TEST.matcher(Files.readString(ROOT.resolve("docs/security.md")));
        while (named.find()) {
            String text = tests.get(named.group(1));
            String method = named.group(2);
            if (text == null || method != null && !text.contains("void " + method.substring(1) + "(")) {
                missing.add(named.group());
            }
        }
        assertEquals(List.of(), missing);
    }

    private static boolean isTest(Path file) {
        return file.toString().matches(".*/src/test/.*(Test|IT)\\.java");
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        try (var docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }

    /** @param instead what the reader is told to put in, by what stands in the guide */
    private void follow(String page, Map<String, String> instead) throws Exception {
        Matcher blocks = COMMANDS.matcher(Files.readString(ROOT.resolve(page)));
        boolean found = false;
        while (blocks.find()) {
            found = true;
            runAsReader(page, blocks.group(1), instead);
        }
        assertTrue(page + " has no commands", found);
    }

    private void runAsReader(String page, String written, Map<String, String> instead) throws Exception {
        String commands = written.replace("~/.sencrm", home()).replace("127.0.0.1:8181", "127.0.0.1:" + port);
        for (Map.Entry<String, String> word : instead.entrySet()) {
            commands = commands.replace(word.getKey(), word.getValue());
        }
        Product.Said said = run("set -eo pipefail\n" + commands);
        assertEquals(page + ": " + commands + "\n" + said.text(), 0, said.code());
    }

    private Product.Said run(String commands) throws Exception {
        File said = folder.newFile();
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", commands)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said);
        builder.environment().put("CRM_HOME", home());
        builder.environment().put("CRM_PORT", String.valueOf(port));
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("no end: " + commands);
        }
        return new Product.Said(process.exitValue(), Files.readString(said.toPath()));
    }

    private String home() {
        return place.resolve("home").toString();
    }
}
