package org.sencrm.ui.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.api.transfer.ImportOptions.Mode;

class UnfinishedTest {

    private static final ImportOptions DECISIONS = new ImportOptions(
            Map.of("name", "Tên \"khách\"", "team.parent", "Nhóm"),
            "name",
            Mode.UPSERT,
            Map.of("product", Map.of("GTXPro", "GTX Pro")),
            "d/M/yyyy",
            "VND",
            "windows-1258",
            "\t",
            null,
            false);

    private final OwnSettings settings = new OwnSettings();
    private final Unfinished unfinished = new Unfinished(settings, caller(7));

    @Test
    void whatWasDecidedComesBackAsItWas() {
        unfinished.keep(file("a", DECISIONS));

        assertEquals(Optional.of(file("a", DECISIONS)), unfinished.find("a"));
    }

    @Test
    void nobodySeesTheFilesOfSomebodyElse() {
        unfinished.keep(file("a", DECISIONS));

        assertEquals(List.of(), new Unfinished(settings, caller(8)).all());
        assertEquals(Optional.empty(), new Unfinished(settings, caller(8)).find("a"));
    }

    @Test
    void onlyTheNewestAreKeptAndNothingOfTheOthersStays() {
        for (String id : List.of("a", "b", "c", "d", "e")) {
            unfinished.keep(file(id, DECISIONS));
        }

        assertEquals(
                List.of("e", "d", "c", "b"),
                unfinished.all().stream().map(Unfinished.Kept::fileId).toList());
        assertEquals(Unfinished.MOST + 1, settings.size());
    }

    @Test
    void aFileThatIsWorkedOnAgainIsTheNewest() {
        unfinished.keep(file("a", DECISIONS));
        unfinished.keep(file("b", DECISIONS));
        unfinished.keep(file("a", DECISIONS));

        assertEquals(
                List.of("a", "b"),
                unfinished.all().stream().map(Unfinished.Kept::fileId).toList());
    }

    @Test
    void aForgottenFileLeavesNothing() {
        unfinished.keep(file("a", DECISIONS));
        unfinished.forget("a");

        assertEquals(0, settings.size());
    }

    @Test
    void moreReplacementsThanASettingHoldsCostOnlyTheReplacements() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            many.put("word " + i, "other " + i);
        }
        ImportOptions large = new ImportOptions(
                DECISIONS.map(), "name", Mode.UPSERT, Map.of("product", many), null, null, null, null, null, false);
        unfinished.keep(file("a", large));

        ImportOptions found = unfinished.find("a").orElseThrow().decisions();
        assertEquals(DECISIONS.map(), found.map());
        assertTrue(found.value().isEmpty());
    }

    private static Unfinished.Kept file(String id, ImportOptions decisions) {
        return new Unfinished.Kept(id, "accounts", id + ".csv", decisions);
    }

    static Caller caller(long user) {
        return new Caller(user, Locale.ENGLISH, ZoneId.of("UTC"), "ui", 0);
    }
}
