package org.sencrm.ui.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.job.Job;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.api.transfer.ImportOptions.Mode;
import org.sencrm.api.transfer.Imports;

class ImportDraftTest {

    private final ImportDraft draft = new ImportDraft("opportunities");

    @BeforeEach
    void readTheFile() {
        draft.takeFile("file");
        draft.found(preview(Map.of("externalId", "opportunity_id", "product", "product"), "externalId"));
    }

    @Test
    void aNewDraftReachesOnlyTheFirstStep() {
        ImportDraft fresh = new ImportDraft("accounts");

        assertTrue(fresh.reaches(Step.FILE));
        assertFalse(fresh.reaches(Step.PREVIEW));
        assertFalse(fresh.reaches(Step.MATCH));
        assertFalse(fresh.reaches(Step.CHECK));
        assertFalse(fresh.reaches(Step.IMPORT));
    }

    @Test
    void theGuessOfThePreviewBecomesTheOptions() {
        ImportOptions options = draft.options();

        assertEquals(Map.of("externalId", "opportunity_id", "product", "product"), options.map());
        assertEquals("externalId", options.key());
        assertEquals(Mode.UPSERT, options.mode());
        assertEquals("M/d/yyyy", options.dateFormat());
        assertFalse(options.dryRun());
    }

    @Test
    void withoutAProposedKeyRowsAreAddedAndNoKeyIsSent() {
        draft.found(preview(Map.of("name", "account"), null));

        assertEquals(Mode.CREATE, draft.options().mode());
        assertNull(draft.options().key());
    }

    @Test
    void aKeyThatWasChosenIsNotSentWhereRowsAreOnlyAdded() {
        draft.choose(Mode.CREATE);

        assertNull(draft.options().key());
        assertTrue(draft.reaches(Step.CHECK));
    }

    @Test
    void aFieldGoesToOneColumnOnly() {
        draft.match("series", "product");

        assertEquals(Optional.empty(), draft.field("product"));
        assertEquals(Optional.of("series"), draft.column("product"));
    }

    @Test
    void leavingOutTheKeyColumnTakesTheKeyBackAndClosesTheCheck() {
        draft.match("opportunity_id", null);

        assertNull(draft.key());
        assertFalse(draft.reaches(Step.CHECK));
    }

    @Test
    void aReplacementIsSentByColumnAndTakesTheCheckBack() {
        draft.checked(outcome(7320, 0));
        assertTrue(draft.reaches(Step.IMPORT));

        draft.replace("product", "GTXPro", "GTX Pro");

        assertEquals(
                Map.of("product", Map.of("GTXPro", "GTX Pro")), draft.options().value());
        assertFalse(draft.reaches(Step.IMPORT));
    }

    @Test
    void aCheckWithoutAnyGoodRowLeadsNowhere() {
        draft.checked(outcome(0, 0));

        assertFalse(draft.reaches(Step.IMPORT));
    }

    @Test
    void readingTheFileInAnotherWayForgetsWhatWasDecidedAboutItsColumns() {
        draft.replace("product", "GTXPro", "GTX Pro");

        draft.separateBy(";");

        assertNull(draft.preview());
        assertTrue(draft.options().map().isEmpty());
        assertTrue(draft.options().value().isEmpty());
        assertEquals(";", draft.previewOptions().delimiter());
        assertNull(draft.previewOptions().map());
    }

    @Test
    void anotherFileForgetsHowTheOneBeforeWasRead() {
        draft.readAs("windows-1258");

        draft.takeFile("other");

        assertNull(draft.previewOptions().encoding());
    }

    @Test
    void whatAProfileReadsOtherwiseIsSentAndSeen() {
        draft.found(recognised());

        assertEquals(Map.of("GTXPro", "GTX Pro"), draft.replacements("product"));
        assertEquals(
                Map.of("product", Map.of("GTXPro", "GTX Pro")), draft.options().value());
        assertNull(draft.options().profile());

        draft.readAsWritten("product", "GTXPro");

        assertEquals(Map.of(), draft.replacements("product"));
        assertEquals(
                "GTX Pro", draft.preview().value().get("product").get("GTXPro"), "what was found out stays as it was");
    }

    @Test
    void replacementsGoWithTheFieldThatTheyWereMeantFor() {
        draft.found(recognised());

        draft.match("product", "note");
        assertEquals(Map.of(), draft.replacements("product"));

        draft.match("product", "product");
        assertEquals(Map.of("GTXPro", "GTX Pro"), draft.replacements("product"));

        draft.match("series", "product");
        assertEquals(Map.of(), draft.options().value().getOrDefault("product", Map.of()));
        assertEquals(Map.of(), draft.replacements("series"));
    }

    @Test
    void aProfileThatIsPutAsideStaysThereWhenTheWorkIsTakenUpAgain() {
        draft.found(recognised());
        draft.putProfileAside(true);
        assertEquals("", draft.previewOptions().profile());
        draft.found(preview(Map.of("name", "product"), null));

        ImportOptions kept = Decisions.read(Decisions.write(draft.options()));
        ImportDraft again = ImportDraft.of(new Unfinished.Kept("file", "opportunities", "sales_pipeline.csv", kept));

        assertTrue(again.isProfileAside());
        assertEquals("", again.previewOptions().profile());
        again.takeFile("other");
        assertNull(again.previewOptions().profile());
    }

    @Test
    void requiredFieldsWithoutAColumnAreKnown() {
        assertEquals(List.of("stage"), draft.unmatched(List.of("product", "stage")));
    }

    private static Imports.Preview preview(Map<String, String> map, String key) {
        return new Imports.Preview(
                "sales_pipeline.csv",
                "UTF-8",
                ",",
                List.of(),
                List.of("opportunity_id", "product", "series"),
                List.of(List.of("1C1I7A6R", "GTXPro", "GTX")),
                map,
                key,
                "M/d/yyyy");
    }

    private static Imports.Preview recognised() {
        return new Imports.Preview(
                "sales_pipeline.csv",
                "UTF-8",
                ",",
                List.of(),
                List.of("opportunity_id", "product", "series"),
                List.of(List.of("1C1I7A6R", "GTXPro", "GTX")),
                Map.of("externalId", "opportunity_id", "product", "product"),
                "externalId",
                null,
                Map.of("product", Map.of("GTXPro", "GTX Pro")),
                new Imports.Profile("acme.deals", "Acme", "opportunities", List.of("product"), "externalId"));
    }

    private static Imports.Status outcome(long created, long updated) {
        return new Imports.Status(
                1,
                Job.State.DONE,
                "opportunities",
                "sales_pipeline.csv",
                true,
                8800,
                8800,
                created,
                updated,
                0,
                1480,
                List.of(),
                null);
    }
}
