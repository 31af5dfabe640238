package org.sencrm.ui.customize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.record.FieldKind;

/** What stands in the form of a field, and what travels. */
class FieldInputTest {

    private static final CustomField REGION = new CustomField(
            "accounts",
            "region",
            Map.of("vi", "Vùng", "en", "Region"),
            FieldKind.CHOICE,
            false,
            false,
            null,
            List.of(
                    new CustomField.Option("n", Map.of("vi", "Bắc", "en", "North")),
                    new CustomField.Option("old", Map.of("vi", "Cũ", "en", "Old"), true),
                    new CustomField.Option("south", Map.of("vi", "Nam", "en", "south"))),
            null,
            1);

    @Test
    void aDefaultIsOneOfTheOptionsThatStandInTheLines() {
        Map<String, String> names = FieldInput.names(" gold = Vàng\n\nnew one\ngold\n");
        assertEquals(List.of("gold", "new one"), List.copyOf(names.keySet()));
        assertEquals(List.of("Vàng", "new one"), List.copyOf(names.values()));
    }

    @Test
    void optionsAreLinesWithoutThoseThatAreRetired() {
        assertEquals("n = North\nsouth", FieldInput.lines(REGION, "en"));
    }

    @Test
    void linesAreOptionsThatKeepTheirNamesInOtherLanguages() {
        List<Map<String, Object>> options =
                FieldInput.options("n = Northern\n\n west = The West \nsouth", REGION, "en");
        assertEquals(
                List.of(
                        Map.of("code", "n", "label", Map.of("vi", "Bắc", "en", "Northern")),
                        Map.of("code", "west", "label", Map.of("en", "The West")),
                        Map.of("code", "south", "label", Map.of("vi", "Nam", "en", "south"))),
                options);
    }

    @Test
    void everyKindButThatOfModulesCanBeChosen() {
        List<String> kinds = FieldInput.kinds();
        assertTrue(kinds.containsAll(List.of("text", "choices", "formula", "rollUp")));
        assertFalse(kinds.contains("structure"));
    }
}
