package org.sencrm.ui.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sencrm.api.field.RecordLayout;
import org.sencrm.api.record.Field;

/** What screens make of the sections of a layout. */
class FieldPartTest {

    private static final List<RecordLayout.Section> SECTIONS = List.of(
            new RecordLayout.Section("", Map.of(), List.of("phone", "name", "notThereYet")),
            new RecordLayout.Section("terms", Map.of(), List.of("stage")),
            new RecordLayout.Section("terms2", Map.of("vi", "Tiền", "en", "Money"), List.of("amount")));

    private final FileTexts texts = new FileTexts().with("section.terms", "Terms");

    @Test
    void headingsAreOwnOrThoseOfTheirWord() {
        assertEquals(List.of("", "Terms", "Money"), headings(Locale.ENGLISH));
        assertEquals("Tiền", headings(FileTexts.VI).get(2));
        assertTrue(parts(Locale.ENGLISH).get(0).isMain());
    }

    @Test
    void fieldsStandInTheOrderOfTheLayoutAndWhatIsNotThereIsPassedOver() {
        List<FieldPart> parts = parts(Locale.ENGLISH);
        assertEquals(
                List.of("phone", "name", "stage", "amount"),
                FieldPart.fields(parts).stream().map(Field::name).toList());
        assertEquals(
                List.of(),
                parts.get(1).only(field -> !"stage".equals(field.name())).fields());
    }

    private List<String> headings(Locale locale) {
        return parts(locale).stream().map(FieldPart::heading).toList();
    }

    private List<FieldPart> parts(Locale locale) {
        return FieldPart.of(SECTIONS, texts, locale, TypeSamples.deals());
    }
}
