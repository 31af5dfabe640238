package org.sencrm.transfer.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.api.transfer.Imports;
import org.sencrm.transfer.support.Crm;

/** A year of sales as people typed it, where it is at hand: the public data set "CRM Sales Opportunities". */
class RealDataTest {

    private static final Path DATA =
            Path.of(System.getenv().getOrDefault("CRM_REAL_DATA", "../../../shared/data/maven-crm-sales"));

    @TempDir
    Path folder;

    private Desk desk;
    private Crm crm;

    @BeforeEach
    void open() {
        assumeTrue(Files.isDirectory(DATA), "the data set is not here");
        crm = new Crm(folder);
        crm.messages
                .with("en", "type.users", "User")
                .with("en", "type.opportunities", "Opportunity")
                .with("en", "accounts.foundedYear.alias", "year established")
                .with("en", "accounts.parent.alias", "subsidiary of")
                .with("en", "accounts.address.alias", "office location")
                .with("en", "products.price.alias", "sales price")
                .with("en", "users.name.alias", "sales agent")
                .with("en", "users.team.alias", "manager")
                .with("en", "users.team.parent.alias", "regional office")
                .with("en", "opportunities.engagedOn.alias", "engage date")
                .with("en", "opportunities.closedOn.alias", "close date")
                .with("en", "opportunities.amount.alias", "close value");
        desk = new Desk(crm);
    }

    @Test
    void theWholeYearGoesInWithNothingLost() throws IOException {
        assertEquals(7, run("products", "products.csv", Desk.create()).created());
        Imports.Status people = run("users", "sales_teams.csv", Desk.create());
        assertEquals(35, people.created());
        assertEquals(9, crm.records.all("teams").size());
        Imports.Status accounts = run("accounts", "accounts.csv", Desk.create());
        assertEquals(85, accounts.created(), () -> accounts.problems().toString());

        Imports.Status check =
                run("opportunities", "sales_pipeline.csv", Desk.create().dry());
        assertEquals(8_800, check.done());
        assertEquals(1_480, check.failed());
        List<Imports.Problem> blocking =
                check.problems().stream().filter(Imports.Problem::blocking).toList();
        assertEquals(1, blocking.size());
        assertEquals("GTX Pro", blocking.get(0).suggestion());
        assertEquals(1_480, blocking.get(0).count());
        assertTrue(check.problems().stream()
                .anyMatch(problem -> problem.code().equals("empty")
                        && problem.column().equals("account")
                        && problem.count() == 1_425
                        && !problem.blocking()));
        assertEquals(0, crm.records.all("opportunities").size());

        ImportOptions mended = new ImportOptions(
                null,
                "externalId",
                ImportOptions.Mode.UPSERT,
                Map.of("product", Map.of("GTXPro", "GTX Pro")),
                null,
                null,
                null,
                null,
                null,
                false);
        assertEquals(8_800, run("opportunities", "sales_pipeline.csv", mended).created());
        assertEquals(new BigDecimal("10005534"), won());
        assertEquals(8_800, run("opportunities", "sales_pipeline.csv", mended).skipped());
    }

    private BigDecimal won() {
        return crm.records.all("opportunities").stream()
                .filter(record -> "Won".equals(record.get("stage")))
                .map((RecordData record) -> record.money("amount").amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Imports.Status run(String type, String file, ImportOptions options) throws IOException {
        String id = desk.imports.upload(Crm.LAN, file, Files.newInputStream(DATA.resolve(file)));
        return desk.finished(desk.imports.start(Crm.LAN, type, id, options).id());
    }
}
