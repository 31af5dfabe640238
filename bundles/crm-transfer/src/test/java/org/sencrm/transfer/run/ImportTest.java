package org.sencrm.transfer.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.job.Job;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.api.transfer.Imports;
import org.sencrm.transfer.support.Crm;

class ImportTest {

    @TempDir
    Path folder;

    private Crm crm;
    private Desk desk;

    @BeforeEach
    void open() {
        crm = new Crm(folder);
        desk = new Desk(crm);
    }

    @Test
    void rowsBecomeRecordsWithEveryKindOfValue() {
        crm.add("accounts", Map.of("name", "Á Đông"));
        crm.add("products", Map.of("name", "GTX Pro"));
        crm.add("users", Map.of("name", "Trần Lan", "userName", "lan"));

        Imports.Status status = desk.run(
                "opportunities",
                "name,account,product,owner,stage,amount,probability,engagedOn,helpers,tags\n"
                        + "Máy tính,a dong,gtx pro,lan,won,\"$1,054.00\",25%,10/25/2016,Trần Lan,hot\n",
                Desk.create());

        assertEquals(Job.State.DONE, status.state());
        assertEquals(List.of(1L, 1L, 0L, 0L, 0L), counts(status));
        RecordData made = crm.records.all("opportunities").get(0);
        assertEquals(
                crm.records.named("accounts", "Á Đông").id(),
                made.reference("account").id());
        assertEquals(
                crm.records.named("users", "Trần Lan").id(),
                made.reference("owner").id());
        assertEquals(new Money(new BigDecimal("1054.00"), "USD"), made.money("amount"));
        assertEquals(new BigDecimal("25"), made.get("probability"));
        assertEquals(LocalDate.of(2016, 10, 25), made.get("engagedOn"));
        assertEquals("Won", made.get("stage"));
        assertEquals(List.of("hot"), made.get("tags"));
    }

    @Test
    void whatDoesNotFitIsListedWithRowColumnAndReasonAndTheRestGoesIn() {
        crm.add("products", Map.of("name", "GTX Pro"));

        Imports.Status status = desk.run(
                "opportunities",
                "name,product,stage,amount,engagedOn\n"
                        + "A,GTXPro,Won,1,2017-01-01\n"
                        + "B,GTX Pro,Sold,2,2017-01-01\n"
                        + "C,GTX Pro,Won,much,2017-01-01\n"
                        + "D,GTX Pro,Won,4,31/31/2017\n"
                        + "=E(),GTX Pro,Won,5,2017-01-01,one,too many\n"
                        + "F,GTX Pro,Won,6,2017-01-01\n",
                Desk.create());

        assertEquals(List.of(6L, 1L, 0L, 0L, 5L), counts(status), status::toString);
        assertEquals("F", crm.records.all("opportunities").get(0).text("name"));
        List<String> lines = Arrays.asList(desk.errors(Crm.LAN, status.id()).split("\r\n"));
        assertEquals("\uFEFFname,product,stage,amount,engagedOn,row,column,code,message", lines.get(0));
        assertEquals("A,GTXPro,Won,1,2017-01-01,2,product,unknownReference,“GTXPro” is unknown.", lines.get(1));
        assertTrue(lines.get(2).startsWith("B,GTX Pro,Sold,2,2017-01-01,3,stage,unknownChoice,"));
        assertTrue(lines.get(3).startsWith("C,GTX Pro,Won,much,2017-01-01,4,amount,format,"));
        assertTrue(lines.get(4).startsWith("D,GTX Pro,Won,4,31/31/2017,5,engagedOn,format,"));
        assertTrue(lines.get(5).startsWith("'=E(),GTX Pro,Won,5,2017-01-01,6,,format,"), lines.get(5));
    }

    @Test
    void columnsThatTheMapDoesNotNameAreGuessed() {
        crm.add("accounts", Map.of("name", "Isdom"));
        ImportOptions options = new ImportOptions(
                Map.of("name", "deal code"),
                null,
                ImportOptions.Mode.CREATE,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                false,
                true);

        Imports.Status status = desk.run("opportunities", "deal code,account,shoe size\nA,Isdom,43\n", options);

        RecordData made = crm.records.all("opportunities").get(0);
        assertEquals("A", made.text("name"));
        assertEquals(
                crm.records.named("accounts", "Isdom").id(),
                made.reference("account").id());
        assertEquals(List.of("shoe size"), columns(status, "unmappedColumn"));
    }

    @Test
    void aMapThatIsCompleteIsAllThatIsImported() {
        Imports.Status status = desk.run("opportunities", "name,stage\nA,Won\n", Desk.mapped(Map.of("name", "name")));

        assertEquals(1, status.created());
        assertNull(crm.records.all("opportunities").get(0).get("stage"));
        assertEquals(List.of("stage"), columns(status, "unmappedColumn"));
    }

    @Test
    void theResultTellsHowTheFileWasReadAndInWhichCurrency() {
        Imports.Status status = desk.run("opportunities", "name;amount\nA;1\nB;\n", Desk.create());

        Imports.Problem read = notice(status, "readAs");
        assertTrue(read.message().contains("UTF-8") && read.message().contains("“;”"), read.message());
        Imports.Problem currency = notice(status, "currency");
        assertEquals("amount", currency.column());
        assertEquals(1, currency.count());
        assertTrue(currency.message().contains("USD"), currency.message());
    }

    @Test
    void aGroupKnowsItsFirstRow() {
        Imports.Status status = desk.run(
                "opportunities",
                "name,stage\nA,Won\nB,Sold\nC,Sold\n",
                Desk.create().dry());

        assertEquals(3, notice(status, "unknownChoice").row());
        assertEquals(2, notice(status, "unknownChoice").count());
    }

    @Test
    void anUnknownTypeIsNamed() {
        String file = desk.upload("name\nA\n");

        NotFound refused =
                assertThrows(NotFound.class, () -> desk.imports.start(Crm.LAN, "acounts", file, Desk.create()));
        assertTrue(refused.getMessage().contains("acounts"), refused.getMessage());
    }

    private static Imports.Problem notice(Imports.Status status, String code) {
        return status.problems().stream()
                .filter(problem -> problem.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> columns(Imports.Status status, String code) {
        return status.problems().stream()
                .filter(problem -> problem.code().equals(code))
                .map(Imports.Problem::column)
                .toList();
    }

    @Test
    void aDryRunGroupsWhatIsWrongAndWritesNothing() {
        crm.add("products", Map.of("name", "GTX Pro"));
        crm.add("products", Map.of("name", "GTX Basic"));
        crm.add("accounts", Map.of("name", "Isdom"));
        String rows = IntStream.range(0, 2_000)
                .mapToObj(i -> "n" + i + "," + (i < 1_480 ? "GTXPro" : "GTX Basic") + "," + (i < 1_425 ? "" : "Isdom")
                        + "," + (i % 12 + 1) + "/" + (i % 28 + 1) + "/2017")
                .collect(Collectors.joining("\n"));
        int before = crm.records.all("opportunities").size();

        Imports.Status status = desk.run(
                "opportunities",
                "name,product,account,closedOn\n" + rows,
                Desk.create().dry());

        assertEquals(List.of(2_000L, 520L, 0L, 0L, 1_480L), counts(status));
        assertEquals(before, crm.records.all("opportunities").size());
        List<Imports.Problem> blocking =
                status.problems().stream().filter(Imports.Problem::blocking).toList();
        assertEquals(1, blocking.size());
        Imports.Problem product = blocking.get(0);
        assertEquals("unknownReference", product.code());
        assertEquals("product", product.column());
        assertEquals("GTXPro", product.value());
        assertEquals(1_480, product.count());
        assertEquals("GTX Pro", product.suggestion());
        assertTrue(product.message().contains("Did you mean “GTX Pro”?"), product.message());
        Imports.Problem account = problem(status, "empty", "account");
        assertEquals(1_425, account.count());
        assertFalse(account.blocking());
        assertEquals(
                "Dates are read as M/d/yyyy. Dates that can be read in this way only: 1,136.",
                problem(status, "dateFormat", "closedOn").message());
    }

    @Test
    void aReplacementMendsAllRowsAtOnce() {
        crm.add("products", Map.of("name", "GTX Pro"));

        Imports.Status status = desk.run(
                "opportunities", "name,product\nA,GTXPro\nB,GTXPro\n", Desk.replacing("product", "GTXPro", "GTX Pro"));

        assertEquals(List.of(2L, 2L, 0L, 0L, 0L), counts(status));
        assertTrue(status.problems().stream().noneMatch(Imports.Problem::blocking));
    }

    @Test
    void aSecondRunUpdatesWhatChangedAndSkipsWhatDidNot() {
        desk.run("accounts", "externalId,name,employees\nA1,Acme,10\nA2,Betatech,20\n", Desk.upsert("externalId"));
        Imports.Status again = desk.run(
                "accounts",
                "externalId,name,employees\nA1,Acme,10.0\nA2,Betatech,21\nA3,Codehow,\nA1,Acme,\n",
                Desk.upsert("externalId"));

        assertEquals(List.of(4L, 1L, 1L, 2L, 0L), counts(again));
        assertEquals(
                new BigDecimal("21"), crm.records.named("accounts", "Betatech").get("employees"));
        assertEquals(new BigDecimal("10"), crm.records.named("accounts", "Acme").get("employees"));
        assertEquals(1, crm.records.named("accounts", "Acme").version());
    }

    @Test
    void updateNeedsItsRecordAndCreateWithAKeyRefusesASecondOne() {
        crm.add("accounts", Map.of("name", "Acme", "externalId", "A1"));

        Imports.Status updated =
                desk.run("accounts", "externalId,sector\nA1,retail\nA9,retail\n,retail\n", Desk.update("externalId"));
        Imports.Status created = desk.run(
                "accounts",
                "externalId,name\nA1,Acme\nA2,Betatech\n",
                new ImportOptions(
                        null, "externalId", ImportOptions.Mode.CREATE, Map.of(), null, null, null, null, null, false));

        assertEquals(List.of(3L, 0L, 1L, 0L, 2L), counts(updated));
        assertEquals(1, problem(updated, "unknownReference", "externalId").count());
        assertEquals(1, problem(updated, "required", "externalId").count());
        assertEquals(List.of(2L, 1L, 0L, 0L, 1L), counts(created));
        assertEquals("A1", problem(created, "notUnique", "externalId").value());
    }

    @Test
    void aDryRunTellsRowsThatFollowOneAnotherApartAcrossChunks() {
        String rows =
                IntStream.range(0, 1_200).mapToObj(i -> "X" + i % 600 + ",n").collect(Collectors.joining("\n"));

        Imports.Status upsert = desk.run(
                "accounts",
                "externalId,name\n" + rows,
                Desk.upsert("externalId").dry());
        Imports.Status create =
                desk.run("accounts", "externalId,name\n" + rows, Desk.create().dry());

        assertEquals(600, upsert.created());
        assertEquals(600, upsert.updated() + upsert.skipped());
        assertEquals(600, create.created());
        assertEquals(600, create.failed());
    }

    @Test
    void aRowMayPointToARowFurtherDownAndChainsComeOutRight() {
        Imports.Status status = desk.run(
                "accounts",
                "name,parent\nD,C\nC,B\nB,A\nA,\nLost,Nobody\nLoop1,Loop2\nLoop2,Loop1\nChild of lost,Lost\n",
                Desk.create());

        assertEquals(List.of(8L, 4L, 0L, 0L, 4L), counts(status));
        assertEquals(
                crm.records.named("accounts", "C").id(),
                crm.records.named("accounts", "D").reference("parent").id());
        assertEquals(
                List.of("Lost", "Loop1", "Loop2", "Child of lost"),
                Stream.of(desk.errors(Crm.LAN, status.id()).split("\r\n"))
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .toList());
        Imports.Status dry = desk.run(
                "accounts", "name,parent\nF,E\nE,\nG,Nobody\n", Desk.create().dry());
        assertEquals(List.of(3L, 2L, 0L, 0L, 1L), counts(dry));
    }

    @Test
    void teamsThatAreMissingAreCreatedWithTheirParentsAndFoundTheNextTime() {
        Map<String, String> map = Map.of("name", "agent", "team", "manager", "team.parent", "region");
        String file = "agent,manager,region\nAnna,Dustin,Central\nBob,Dustin,Central\nEve,Melvin,East\n";

        Imports.Status dry = desk.run("users", file, Desk.mapped(map).dry());
        assertEquals(0, crm.records.all("teams").size());
        assertEquals(2, problem(dry, "createsTarget", "manager").count());
        assertEquals(
                "Will be created: Teams (2).",
                problem(dry, "createsTarget", "manager").message());
        assertEquals(2, problem(dry, "createsTarget", "region").count());
        assertTrue(dry.problems().stream().noneMatch(Imports.Problem::blocking));

        Imports.Status status = desk.run("users", file, Desk.mapped(map));
        assertEquals(3, status.created());
        assertEquals(4, crm.records.all("teams").size());
        RecordData dustin = crm.records.named("teams", "Dustin");
        assertEquals(
                dustin.id(), crm.records.named("users", "Bob").reference("team").id());
        assertEquals(
                crm.records.named("teams", "Central").id(),
                dustin.reference("parent").id());
    }

    @Test
    void aRowThatIsRefusedLeavesNoTeamBehind() {
        String file = "name,manager,userName\nAnna,Dustin,anna\n,Melvin,bob\nEve,Celia,anna\nSue,Dustin,sue\n";

        Imports.Status status =
                desk.run("users", file, Desk.mapped(Map.of("name", "name", "team", "manager", "userName", "userName")));

        assertEquals(List.of(4L, 2L, 0L, 0L, 2L), counts(status));
        assertEquals(
                List.of("Dustin"),
                crm.records.all("teams").stream().map(team -> team.text("name")).toList());
    }

    @Test
    void namesThatSeveralRecordsHaveAreNotChosenFrom() {
        crm.add("accounts", Map.of("name", "Acme", "externalId", "A1"));
        crm.add("accounts", Map.of("name", "Acme", "externalId", "A2"));

        Imports.Status status = desk.run("opportunities", "name,account\nX,Acme\nY,A2\n", Desk.create());

        assertEquals(List.of(2L, 1L, 0L, 0L, 1L), counts(status));
        assertEquals("Acme", problem(status, "ambiguousReference", "account").value());
    }

    @Test
    void datesThatMeanTwoThingsStopTheImportBeforeItBeginsUnlessTheFormatIsGiven() {
        String file = "name,closedOn\nA,3/1/2017\nB,4/5/2017\n";

        Imports.Status stopped = desk.run("opportunities", file, Desk.create());
        assertEquals(Job.State.FAILED, stopped.state());
        assertEquals(0, stopped.done());
        assertEquals(2, problem(stopped, "ambiguousDate", "closedOn").count());
        assertTrue(stopped.message().contains("Choose a date format"), stopped.message());

        Imports.Status dry = desk.run("opportunities", file, Desk.create().dry());
        assertTrue(problem(dry, "ambiguousDate", "closedOn").blocking());
        assertEquals(2, dry.failed());

        Imports.Status given = desk.run(
                "opportunities",
                file,
                new ImportOptions(
                        null, null, ImportOptions.Mode.CREATE, Map.of(), "d/M/yyyy", null, null, null, null, false));
        assertEquals(2, given.created());
        assertEquals(
                LocalDate.of(2017, 1, 3),
                crm.records.named("opportunities", "A").get("closedOn"));
    }

    @Test
    void thePreviewShowsTheFileAndAGuess() {
        String id = desk.upload("\uFEFFid;Name;Annual revenue;Founded\nX1;Acme;1.100,04;25/10/1996\n");

        Imports.Preview preview = desk.imports.preview(Crm.LAN, "accounts", id, Desk.create());

        assertEquals("data.csv", preview.fileName());
        assertEquals("UTF-8", preview.encoding());
        assertEquals(";", preview.delimiter());
        assertEquals(List.of("id", "Name", "Annual revenue", "Founded"), preview.columns());
        assertEquals(List.of(List.of("X1", "Acme", "1.100,04", "25/10/1996")), preview.rows());
        assertEquals("Name", preview.map().get("name"));
        assertEquals("id", preview.map().get("externalId"));
        assertEquals("externalId", preview.key());
    }

    @Test
    void optionsThatMakeNoSenseAreToldByName() {
        String id = desk.upload("a,b\n1,2\n");

        assertTold(id, Desk.mapped(Map.of("nonsense", "a")), "nonsense");
        assertTold(id, Desk.mapped(Map.of("name", "zzz")), "zzz");
        assertTold(id, Desk.mapped(Map.of("createdAt", "a")), "createdAt");
        assertTold(id, Desk.mapped(Map.of("name", "a", " name", "b")), "name");
        assertTold(id, Desk.mapped(Map.of("parent.id", "a")), "parent.id");
        assertTold(id, Desk.replacing("ghost", "1", "2"), "ghost");
        assertTold(id, Desk.create(), "No column");
        assertTold(id, withKey(Map.of("name", "a"), "nothing"), "nothing");
        assertTold(id, withKey(Map.of("name", "a"), "externalId"), "externalId");
        assertTold(id, withKey(Map.of("parent", "a"), "parent"), "parent");
        assertTold(id, withKey(Map.of("sector", "a"), null), "choose a field");
        assertThrows(NotFound.class, () -> desk.imports.start(Crm.LAN, "ghosts", id, Desk.create()));
    }

    @Test
    void anImportIsSeenByItsStarterAndByAdministratorsOnly() {
        Imports.Status status = desk.run("accounts", "name\nAcme\n", Desk.create());
        String file = desk.upload("name\nAcme\n");

        assertThrows(NotFound.class, () -> desk.imports.status(Crm.MAI, status.id()));
        assertThrows(NotFound.class, () -> desk.errors(Crm.MAI, status.id()));
        assertThrows(NotFound.class, () -> desk.imports.undo(Crm.MAI, status.id()));
        assertThrows(NotFound.class, () -> desk.imports.preview(Crm.MAI, "accounts", file, Desk.create()));
        assertTrue(desk.imports.list(Crm.MAI, 10).isEmpty());
        assertEquals(1, desk.imports.list(Crm.LAN, 10).size());
        assertEquals(status, desk.imports.status(Crm.ADMINISTRATOR, status.id()));
    }

    @Test
    void whoMayNotImportIsToldSoAndHiddenFieldsDoNotExist() {
        String id = desk.upload("name,sector\nAcme,retail\n");
        crm.rights.hide("accounts", "sector");
        assertTold(id, Desk.mapped(Map.of("name", "name", "sector", "sector")), "sector");

        crm.rights.forbid(Right.IMPORT, "accounts");
        assertThrows(Forbidden.class, () -> desk.imports.start(Crm.LAN, "accounts", id, Desk.create()));
        assertThrows(Forbidden.class, () -> desk.imports.preview(Crm.LAN, "accounts", id, Desk.create()));
    }

    @Test
    void anEmptyFileIsRefusedAndAnUploadThatBreaksOffLeavesNothingBehind() throws IOException {
        assertThrows(InvalidRequest.class, () -> desk.upload(""));
        InputStream torn = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- > 0) {
                    return 'x';
                }
                throw new IOException("the line was cut");
            }
        };
        assertThrows(RuntimeException.class, () -> desk.imports.upload(Crm.LAN, "torn.csv", torn));

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void uploadsThatNobodyImportedGoAfterADayAndTheOthersStay() throws Exception {
        Imports.Status used = desk.run("accounts", "name\nUsed\n", Desk.create());
        String unused = desk.upload("name\nUnused\n");
        try (Connection connection = crm.source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update TRANSFER_FILE set UPLOADED_AT = TIMESTAMP('2020-01-01 00:00:00')");
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(0));
            }
        }

        desk.imports.workshop().lookRound();

        assertThrows(NotFound.class, () -> desk.imports.preview(Crm.LAN, "accounts", unused, Desk.create()));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
        assertEquals(1, desk.imports.status(Crm.LAN, used.id()).created());
    }

    @Test
    void aFileNameIsNeverAPath() throws IOException {
        String id = desk.imports.upload(
                Crm.LAN, "../../etc/\u202Epasswd\n.csv", new ByteArrayInputStream("name\nA\n".getBytes()));

        assertEquals(
                "passwd.csv",
                desk.imports.preview(Crm.LAN, "accounts", id, Desk.create()).fileName());
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.allMatch(file -> file.getFileName().toString().matches("[0-9a-f]{64}")));
        }
    }

    @Test
    void anOpenQuotationMarkStopsTheImportBeforeItBegins() {
        Imports.Status status = desk.run("accounts", "name,sector\nAcme,x\nBeta,\"y\nGamma,z\n", Desk.create());

        assertEquals(Job.State.FAILED, status.state());
        assertEquals("Row 3, column “sector”: a quotation mark is opened and never closed.", status.message());
        assertEquals(0, crm.records.all("accounts").size());
    }

    @Test
    void aFileWithTwoHundredColumnsIsImported() {
        String header = IntStream.range(0, 199).mapToObj(i -> "extra" + i).collect(Collectors.joining(","));
        String cells = IntStream.range(0, 199).mapToObj(i -> "v").collect(Collectors.joining(","));

        Imports.Status status = desk.run(
                "accounts",
                "name," + header + "\nAcme," + cells + "\n",
                Desk.create().dry());

        assertEquals(1, status.created());
        assertEquals(100, status.problems().size());
    }

    @Test
    void messagesComeInTheLanguageOfTheOneWhoAsks() {
        Imports.Status status = desk.run(
                "opportunities", "name,product\nA,Ghost\n", Desk.create().dry());

        assertEquals(
                "Chưa có “Ghost”.",
                problem(
                                desk.imports.status(
                                        Crm.LAN.speaking(java.util.Locale.forLanguageTag("vi")), status.id()),
                                "unknownReference",
                                "product")
                        .message());
    }

    @Test
    void namesInALargeTypeAreLookedUpTogether() {
        for (int i = 0; i < 2_500; i++) {
            Map<String, Object> values = new HashMap<>(Map.of("name", "Account " + i));
            crm.add("accounts", values);
        }
        crm.records.queries = 0;
        String rows = IntStream.range(0, 1_000)
                .mapToObj(i -> "n" + i + ",Account " + i)
                .collect(Collectors.joining("\n"));

        Imports.Status status =
                desk.run("opportunities", "name,account\n" + rows + "\nlast,ACCOUNT 2499\n", Desk.create());

        assertEquals(1_001, status.created());
        assertTrue(crm.records.queries < 20, crm.records.queries + " queries");
        assertNull(status.message());
    }

    @Test
    void whatTheImporterMayNotSeeCannotBePointedTo() {
        crm.add("accounts", Map.of("name", "Acme", "externalId", "A1"));
        crm.rights.hide("accounts", "externalId");
        assertEquals(
                1,
                desk.run("opportunities", "name,account\nX,A1\n", Desk.create()).failed());

        crm.rights.forbid(Right.READ, "accounts");
        assertEquals(
                1,
                desk.run("opportunities", "name,account\nX,Acme\n", Desk.create())
                        .failed());
    }

    private void assertTold(String file, ImportOptions options, String part) {
        InvalidRequest e =
                assertThrows(InvalidRequest.class, () -> desk.imports.start(Crm.LAN, "accounts", file, options));
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    private static ImportOptions withKey(Map<String, String> map, String key) {
        return new ImportOptions(map, key, ImportOptions.Mode.UPDATE, Map.of(), null, null, null, null, null, false);
    }

    private static Imports.Problem problem(Imports.Status status, String code, String column) {
        return status.problems().stream()
                .filter(problem -> problem.code().equals(code) && column.equals(problem.column()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " of " + column + " in " + status.problems()));
    }

    /** Done, created, updated, skipped, failed. */
    private static List<Long> counts(Imports.Status status) {
        return List.of(status.done(), status.created(), status.updated(), status.skipped(), status.failed());
    }
}
