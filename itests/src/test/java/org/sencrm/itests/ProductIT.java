package org.sencrm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runners.MethodSorters;

/** The product as an administrator meets it: the launcher, files from real life, power cuts. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class ProductIT {

    private static final Map<String, ?> PIPELINE =
            Map.of("mode", "upsert", "key", "externalId", "value", Map.of("product", Map.of("GTXPro", "GTX Pro")));

    private static Product product;

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @BeforeClass
    public static void start() throws Exception {
        product = Product.start();
    }

    @AfterClass
    public static void stop() throws Exception {
        product.close();
    }

    @Test
    public void a1_theLauncherSaysInOneLineWhyItCannotStart() throws Exception {
        assertRefused(1, "already running", product.run("start", "--port", String.valueOf(product.port())));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Product other = Product.unstarted()) {
            assertRefused(1, "is taken", other.run("start", "--port", String.valueOf(taken.getLocalPort())));
            assertRefused(2, "--port is a number", other.run("start", "--port", "eighty"));
        }
        Path file = folder.newFile("no-folder").toPath();
        assertRefused(1, "cannot be written", Product.at(file).run("start"));
    }

    @Test
    public void a2_secretsInTheHomeAreReadByTheirOwnerOnly() throws Exception {
        assertEquals("rw-------", mode(product.home().resolve("token")));
        assertEquals("rwx------", mode(product.home()));
        assertEquals("rw-------", mode(product.home().resolve("runtime/etc/users.properties")));
    }

    @Test
    public void a3_nobodyGetsInWithoutCredentials() throws Exception {
        Api nobody = new Api(product.port(), null);
        assertEquals(401, nobody.get("/accounts").status());
        assertEquals(401, new Api(product.port(), "guessed").get("/accounts").status());
        Api.Answer wrong = nobody.post("/auth/tokens", Map.of("user", "admin", "password", "wrong-password"));
        Api.Answer unknown = nobody.post("/auth/tokens", Map.of("user", "nobody", "password", "wrong-password"));
        assertEquals(401, wrong.status());
        assertEquals(wrong.body(), unknown.body());
    }

    @Test
    public void b1_theRealYearOfSalesComesIn() throws Exception {
        assertDone("created 85", product.run("import", "accounts", copy("accounts.csv")));
        assertDone("created 7", product.run("import", "products", copy("products.csv")));
        assertDone("created 35", product.run("import", "users", copy("sales_teams.csv")));

        JsonNode child = product.admin()
                .get("/accounts?filter=" + encode("name==Funholding"))
                .json()
                .at("/items/0");
        assertEquals("Golddex", child.at("/parent/label").asText());
        JsonNode agent = product.admin()
                .get("/users?filter=" + encode("name==\"Anna Snelling\""))
                .json()
                .at("/items/0");
        assertEquals("Dustin Brinkmann", agent.at("/team/label").asText());
        JsonNode team =
                product.admin().get("/teams/" + agent.at("/team/id").asText()).json();
        assertEquals("Central", team.at("/parent/label").asText());
    }

    @Test
    public void b2_theDryRunNamesTheUnknownProductOnceWithItsRemedy() throws Exception {
        JsonNode status = product.admin()
                .importFile("opportunities", RealData.file("sales_pipeline.csv"), Map.of("dryRun", true));

        JsonNode problem = status.at("/problems/0");
        assertEquals("unknownReference", problem.path("code").asText());
        assertEquals("GTXPro", problem.path("value").asText());
        assertEquals(1480, problem.path("count").asInt());
        assertEquals("GTX Pro", problem.path("suggestion").asText());
        assertEquals(0, total("opportunities", ""));
    }

    @Test
    public void b3_killedInTheMiddleTheImportGoesOnAndNothingIsDoubled() throws Exception {
        Path file = RealData.file("sales_pipeline.csv");
        Api admin = product.admin();
        String id = admin.startImport("opportunities", file, PIPELINE)
                .json()
                .path("id")
                .asText();
        Api.Answer second = admin.startImport("opportunities", file, PIPELINE);
        assertEquals(second.toString(), 409, second.status());
        Await.until("the middle of the import", Duration.ofSeconds(60), () -> {
            long done = admin.get("/imports/" + id).json().path("done").asLong();
            return done >= 1500;
        });
        product.kill();
        product.startAgain();

        Api again = product.admin();
        JsonNode status = Await.until("the end of the import", Duration.ofMinutes(2), () -> {
            JsonNode now = again.get("/imports/" + id).json();
            return "done".equals(now.path("state").asText()) ? now : null;
        });
        assertEquals(8800, status.path("created").asInt());
        assertEquals(0, status.path("failed").asInt());
        assertEquals(8800, total("opportunities", ""));
    }

    @Test
    public void b4_theTotalsAreThoseOfTheFile() throws Exception {
        Map<String, Long> counts = new HashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        List<String> lines = Files.readAllLines(RealData.file("sales_pipeline.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            counts.merge(cells[4], 1L, Long::sum);
            sum = sum.add(cells[7].isEmpty() ? BigDecimal.ZERO : new BigDecimal(cells[7]));
        }
        JsonNode summary = product.admin()
                .get("/opportunities/summary?group=stage&measure=count,sum:amount")
                .json();
        for (JsonNode group : summary.path("groups")) {
            assertEquals(
                    counts.get(group.at("/key/code").asText()),
                    Long.valueOf(group.path("count").asLong()));
        }
        assertEquals(
                0,
                sum.compareTo(
                        new BigDecimal(summary.at("/total/sum:amount/amount").asText())));
        assertEquals("USD", summary.at("/total/sum:amount/currency").asText());
    }

    @Test
    public void b5_theSameFileAgainCreatesNothing() throws Exception {
        JsonNode status = product.admin().importFile("opportunities", RealData.file("sales_pipeline.csv"), PIPELINE);
        assertEquals(0, status.path("created").asInt());
        assertEquals(8800, status.path("skipped").asInt());
    }

    @Test
    public void b6_aPersonOfOneTeamSeesWhatTheRoleAllowsInTotalsToo() throws Exception {
        Api admin = product.admin();
        String role = admin.post(
                        "/roles",
                        Map.of(
                                "name",
                                "Own team only",
                                "permissions",
                                List.of(Map.of("type", "opportunities", "actions", List.of("read"), "scope", "team"))))
                .created();
        JsonNode agent = admin.get("/users?filter=" + encode("name==\"Anna Snelling\""))
                .json()
                .at("/items/0");
        String id = agent.path("id").asText();
        assertEquals(
                200,
                admin.patch("/users/" + id, agent.path("version").asLong(), Map.of("roles", List.of(role)))
                        .status());
        Api.Answer set = admin.post("/users/" + id + "/actions/setPassword", Map.of("password", "một-mật-khẩu-dài"));
        assertTrue(set.toString(), set.status() < 300);

        Api anna = Api.signedIn(product.port(), agent.path("userName").asText(), "một-mật-khẩu-dài");
        long visible = anna.get("/opportunities?limit=1&count=true")
                .json()
                .path("total")
                .asLong();
        long summed = anna.get("/opportunities/summary?measure=count")
                .json()
                .at("/total/count")
                .asLong();
        long ofTheTeam = ofTeam("Dustin Brinkmann");
        assertEquals(ofTheTeam, visible);
        assertEquals(ofTheTeam, summed);
        assertEquals(404, anna.get("/accounts").status());
        JsonNode foreign = admin.get("/opportunities?limit=1&filter="
                        + encode("owner.name==\"Moses Frase\";team.name!=\"Dustin Brinkmann\""))
                .json()
                .at("/items/0");
        if (!foreign.isMissingNode()) {
            assertEquals(
                    404,
                    anna.get("/opportunities/" + foreign.path("id").asText()).status());
        }
        assertEquals(403, anna.get("/modules").status());
    }

    @Test
    public void b7_undoTakesBackWhatAnImportDidUpdatesToo() throws Exception {
        Api admin = product.admin();
        JsonNode before = admin.get("/products?filter=" + encode("name==\"GTX Pro\""))
                .json()
                .at("/items/0");
        Path file = write("products.csv", "name,price\nGTX Pro,9999\nBrand new,5\n", StandardCharsets.UTF_8);
        JsonNode status = admin.importFile(
                "products",
                file,
                Map.of("mode", "upsert", "key", "name", "map", Map.of("name", "name", "price", "price")));
        assertEquals(status.toString(), 1, status.path("created").asInt());
        assertEquals(status.toString(), 1, status.path("updated").asInt());

        String path = "/imports/" + status.path("id").asText();
        assertTrue(admin.post(path + "/undo", Map.of()).status() < 300);
        Await.until(
                "the undo",
                Duration.ofSeconds(30),
                () -> "undone".equals(admin.get(path).json().path("state").asText()));
        assertEquals(
                before.at("/price/amount").asText(),
                admin.get("/products/" + before.path("id").asText())
                        .json()
                        .at("/price/amount")
                        .asText());
        assertEquals(0, total("products", "name==\"Brand new\""));
    }

    @Test
    public void c1_badFilesAreRefusedWithRowAndColumnAndWriteNothing() throws Exception {
        long before = total("accounts", "");
        Api.Answer empty =
                product.admin().startImport("accounts", write("empty.csv", "", StandardCharsets.UTF_8), Map.of());
        assertEquals(empty.toString(), 400, empty.status());
        Api.Answer open = product.admin()
                .startImport(
                        "accounts",
                        write("open.csv", "name,phone\n\"left open,1\nb,2\n", StandardCharsets.UTF_8),
                        Map.of());
        assertProblem(open);
        Api.Answer twice = product.admin()
                .startImport(
                        "accounts",
                        write("twice.csv", "name,phone\na,1\n", StandardCharsets.UTF_8),
                        "{\"map\":{\"name\":\"name\",\"name\":\"phone\"}}");
        assertEquals(twice.toString(), 400, twice.status());
        Api.Answer column = product.admin()
                .startImport(
                        "accounts",
                        write("column.csv", "name\na\n", StandardCharsets.UTF_8),
                        Map.of("map", Map.of("name", "nome")));
        assertEquals(column.toString(), 400, column.status());
        assertTrue(column.body(), column.body().contains("nome"));
        assertEquals(
                404,
                product.admin()
                        .startImport("nonsense", write("x.csv", "a\nb\n", StandardCharsets.UTF_8), Map.of())
                        .status());
        assertEquals(before, total("accounts", ""));
    }

    @Test
    public void c2_textInANumberIsNamedByRowAndColumn() throws Exception {
        Path file = write("bad.csv", "name,employees\nGood,12\nBad,many\n", StandardCharsets.UTF_8);
        Product.Said said = product.run("import", "accounts", file.toString());
        assertEquals(said.text(), 3, said.code());
        String errors = Files.readString(Path.of(file + ".errors.csv"));
        assertTrue(errors, errors.contains("Bad"));
        assertTrue(errors, errors.contains("employees"));
        assertEquals(1, total("accounts", "name==Good"));
        assertEquals(0, total("accounts", "name==Bad"));
    }

    @Test
    public void c3_otherEncodingsAreRead() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_16, Charset.forName("windows-1258"))) {
            String name = "Hải " + charset.name();
            // windows-1258 writes the accent as a letter of its own
            String text = charset.name().startsWith("UTF") ? name : "Ha" + '\u0309' + "i " + charset.name();
            Path file = write("encoded.csv", "name,sector\n" + text + ",Bán le\u0309\n", charset);
            JsonNode status = product.admin().importFile("accounts", file, Map.of());
            assertEquals(status.toString(), 1, status.path("created").asInt());
            assertEquals(charset.name(), 1, total("accounts", "name==\"" + name + "\""));
        }
    }

    @Test
    public void c4_twoHundredColumnsAndACellOfTenMegabytesGetAClearAnswer() throws Exception {
        String header = "name," + IntStream.range(0, 199).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = "Wide," + IntStream.range(0, 199).mapToObj(String::valueOf).collect(Collectors.joining(","));
        JsonNode wide = product.admin()
                .importFile(
                        "accounts",
                        write("wide.csv", header + "\n" + row + "\n", StandardCharsets.UTF_8),
                        Map.of("map", Map.of("name", "name")));
        assertEquals(wide.toString(), 1, wide.path("created").asInt());

        Path huge = write("huge.csv", "name,sector\nHuge," + "x".repeat(10_000_000) + "\n", StandardCharsets.UTF_8);
        Api.Answer answer = product.admin().startImport("accounts", huge, Map.of());
        assertProblem(answer);
        assertEquals(0, total("accounts", "name==Huge"));
    }

    @Test
    public void d1_salesGoesAndComesByTheLauncher() throws Exception {
        long before = total("opportunities", "");
        assertEquals(0, product.run("module", "uninstall", "crm-sales").code());
        assertEquals(404, product.admin().get("/opportunities").status());
        assertFalse(product.admin().get("/openapi.json").body().contains("/opportunities"));
        assertEquals(0, product.run("module", "install", "crm-sales").code());
        Await.until(
                "opportunities",
                Duration.ofSeconds(20),
                () -> product.admin().get("/opportunities").status() == 200);
        assertEquals(before, total("opportunities", ""));
    }

    @Test
    public void d1_theAddOnForVietnamComesFromTheRepositoryAndGoesWithoutTheDataOfOthers() throws Exception {
        assertEquals("available", state("crm-vietnam"));
        assertEquals(0, product.run("module", "install", "crm-vietnam").code());
        Await.until("the units", Duration.ofSeconds(90), () -> total("communes", "active==true") == 3321);
        Await.until(
                "the fields of the address",
                Duration.ofSeconds(20),
                () -> product.admin().get("/types/accounts").body().contains("\"street\""));
        Api.Answer wrong = product.admin().post("/accounts", Map.of("name", "Wrong Code", "taxCode", "0300588568"));
        assertEquals(wrong.toString(), 422, wrong.status());
        assertEquals("taxCode", wrong.json().at("/errors/0/field").asText());
        JsonNode commune = product.admin()
                .get("/communes?q=" + encode("ba dinh ha noi"))
                .json()
                .at("/items/0");
        Api.Answer right = product.admin()
                .post(
                        "/accounts",
                        Map.of(
                                "name", "Vinamilk",
                                "taxCode", "0300 588 569",
                                "street", "1 Hoàng Diệu",
                                "commune", commune.path("id").asText()));
        String id = right.created();
        assertEquals("0300588569", right.json().path("taxCode").asText());
        assertEquals(
                "1 Hoàng Diệu, Phường Ba Đình, Thành phố Hà Nội",
                right.json().path("address").asText());

        Product.Said gone = product.run("module", "uninstall", "crm-vietnam");
        assertEquals(gone.text(), 0, gone.code());
        assertEquals(404, product.admin().get("/communes").status());
        JsonNode left = product.admin().get("/accounts/" + id).json();
        assertEquals("0300588569", left.path("taxCode").asText());
        assertFalse(left.has("street"));
        Api.Answer accepted = product.admin().post("/accounts", Map.of("name", "Wrong Code", "taxCode", "0300588568"));
        for (Api.Answer made : List.of(right, accepted)) {
            product.admin()
                    .delete(
                            "/accounts/" + made.created(),
                            made.json().path("version").asLong());
        }
    }

    private static String state(String module) throws Exception {
        for (JsonNode each : product.admin().get("/modules").json()) {
            if (module.equals(each.path("id").asText())) {
                return each.path("state").asText();
            }
        }
        return "unknown";
    }

    @Test
    public void d2_anExportComesBackUnchanged() throws Exception {
        Path file = folder.getRoot().toPath().resolve("products.csv");
        assertEquals(0, product.run("export", "products", file.toString()).code());
        JsonNode status = product.admin().importFile("products", file, Map.of("mode", "upsert"));
        assertEquals(status.toString(), 0, status.path("created").asInt());
        assertEquals(status.toString(), 0, status.path("updated").asInt());
        assertEquals(status.toString(), 0, status.path("failed").asInt());
    }

    @Test
    public void d3_statusTellsHealthAndModules() throws Exception {
        Product.Said said = product.run("status");
        assertEquals(said.text(), 0, said.code());
        assertTrue(said.text(), said.text().contains("\"status\":\"up\""));
        assertTrue(said.text(), said.text().contains("crm-sales"));
        assertNotEquals(0, product.run("backup", "x").code());
    }

    @Test
    public void d4_withAKnownAccountInItsRunTimeItDoesNotStart() throws Exception {
        Path accounts = product.home().resolve("runtime/etc/users.properties");
        String none = Files.readString(accounts);
        product.run("stop");
        Files.writeString(accounts, "karaf = karaf,_g_:admingroup\n");

        assertRefused(1, "etc/users.properties names accounts", product.run("start"));

        Files.writeString(accounts, none);
        product.startAgain();
    }

    /** Refused at once, or failed with a message: never a silent success. */
    private static void assertProblem(Api.Answer answer) throws Exception {
        if (answer.status() == 400) {
            assertFalse(answer.json().path("detail").asText().isBlank());
            return;
        }
        assertEquals(answer.toString(), 202, answer.status());
        String id = answer.json().path("id").asText();
        JsonNode status = Await.until("the end", Duration.ofSeconds(60), () -> {
            JsonNode now = product.admin().get("/imports/" + id).json();
            return List.of("failed", "done").contains(now.path("state").asText()) ? now : null;
        });
        assertTrue(
                status.toString(),
                "failed".equals(status.path("state").asText())
                        || status.path("failed").asInt() > 0);
    }

    private static void assertRefused(int code, String words, Product.Said said) {
        assertEquals(said.text(), code, said.code());
        assertTrue(said.text(), said.text().contains(words));
        assertEquals(said.text(), 1, said.text().trim().lines().count());
    }

    private static void assertDone(String words, Product.Said said) {
        assertEquals(said.text(), 0, said.code());
        assertTrue(said.text(), said.text().contains(words));
    }

    private static long total(String type, String filter) throws Exception {
        Api.Answer answer = product.admin().get("/" + type + "?limit=1&count=true&filter=" + encode(filter));
        assertEquals(answer.toString(), 200, answer.status());
        return answer.json().path("total").asLong();
    }

    /** Rows of the file whose agent works in the team. */
    private static long ofTeam(String manager) throws Exception {
        List<String> agents = Files.readAllLines(RealData.file("sales_teams.csv")).stream()
                .map(line -> line.split(","))
                .filter(cells -> cells[1].equals(manager))
                .map(cells -> cells[0])
                .toList();
        return Files.readAllLines(RealData.file("sales_pipeline.csv")).stream()
                .filter(line -> agents.contains(line.split(",")[1]))
                .count();
    }

    private String copy(String name) throws Exception {
        Path copy = folder.getRoot().toPath().resolve(name);
        if (!Files.exists(copy)) {
            Files.copy(RealData.file(name), copy);
        }
        return copy.toString();
    }

    private Path write(String name, String text, Charset charset) throws Exception {
        return Files.write(folder.getRoot().toPath().resolve(name), text.getBytes(charset));
    }

    private static String mode(Path file) throws Exception {
        return java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
