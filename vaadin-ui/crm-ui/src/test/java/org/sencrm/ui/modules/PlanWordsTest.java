package org.sencrm.ui.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.sencrm.api.module.Modules;

class PlanWordsTest {

    @Test
    void anUndisturbedInstallationSaysSo() {
        assertEquals(
                List.of(
                        "Adds 4 parts.",
                        "Nothing stops.",
                        "No other module is disturbed.",
                        "3 people are signed in and will see the new menu.",
                        "Brings 2 tables of its own.",
                        "Back."),
                words(plan(
                        Modules.Action.INSTALL,
                        List.of("a", "b", "c", "d"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("T1", "T2"),
                        List.of(),
                        3)));
    }

    @Test
    void anUninstallTellsWhatStopsAndThatTheDataStays() {
        assertEquals(
                List.of(
                        "2 parts stop.",
                        "These parts of other modules restart for a moment: crm-rest.",
                        "The data stays: 1 table is kept, and comes back with the module.",
                        "1 person is signed in and will see its pages close.",
                        "Back."),
                words(plan(
                        Modules.Action.UNINSTALL,
                        List.of(),
                        List.of("crm-sales", "crm-sales-ui"),
                        List.of("crm-rest"),
                        List.of("LEAD"),
                        1)));
    }

    @Test
    void anUpdateNamesTheTablesThatReallyChangeAndWhoNeedsTheModule() {
        List<String> words = words(plan(
                Modules.Action.UPDATE,
                List.of("a"),
                List.of("b"),
                List.of(),
                List.of("SALES_LEAD", "SALES_STAGE"),
                List.of("SALES_LEAD"),
                List.of("Quotes"),
                1));
        assertTrue(words.contains("Makes or changes 1 table: sales_lead."), words::toString);
        assertTrue(words.contains("Needed by: Quotes."), words::toString);
        assertTrue(words(plan(Modules.Action.UPDATE, List.of("a"), List.of("b"), List.of(), List.of("SALES_LEAD"), 0))
                .contains("No tables change."));
    }

    @Test
    void goingBackAndPurgingSayWhatHappensToTheData() {
        assertTrue(words(plan(Modules.Action.ROLLBACK, List.of("a"), List.of("b"), List.of(), List.of("T1", "T2"), 2))
                .containsAll(List.of(
                        "2 tables go back to how they were when that version was left.",
                        "2 people are signed in; pages of the module close and come back.")));
        assertTrue(words(plan(Modules.Action.PURGE, List.of(), List.of("b"), List.of(), List.of("T1", "T2"), 0))
                .contains("2 tables are exported to a file that can be imported again, and removed."));
    }

    private static List<String> words(Modules.Plan plan) {
        Properties texts = new Properties();
        try (InputStreamReader file = new InputStreamReader(
                PlanWordsTest.class.getResourceAsStream("/OSGI-INF/l10n/store_en.properties"),
                StandardCharsets.UTF_8)) {
            texts.load(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return new PlanWords(
                        (key, arguments) -> new MessageFormat(texts.getProperty(key), Locale.ENGLISH).format(arguments))
                .sentences(plan);
    }

    private static Modules.Plan plan(
            Modules.Action action,
            List<String> adds,
            List<String> stops,
            List<String> refreshes,
            List<String> tables,
            int people) {
        return plan(action, adds, stops, refreshes, tables, List.of(), List.of(), people);
    }

    private static Modules.Plan plan(
            Modules.Action action,
            List<String> adds,
            List<String> stops,
            List<String> refreshes,
            List<String> tables,
            List<String> changes,
            List<String> neededBy,
            int people) {
        return new Modules.Plan(
                "1",
                "crm-sales",
                "Sales",
                "1.0.0",
                action,
                adds,
                stops,
                refreshes,
                tables,
                changes,
                neededBy,
                people,
                List.of(),
                "Back.",
                true,
                null,
                new Modules.Permissions(Map.of(), List.of(), List.of()));
    }
}
