package org.sencrm.vietnam.tax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sencrm.vietnam.tax.TaxCode.Kind;

class TaxCodeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** Published codes of large companies: Vinamilk, Vietcombank, FPT, Petrolimex, Vingroup. */
    @ParameterizedTest
    @CsvSource({
        "0300588569, 0300588569, ORGANISATION",
        "0100112437, 0100112437, ORGANISATION",
        "0101248141, 0101248141, ORGANISATION",
        "0100107370, 0100107370, ORGANISATION",
        "0101245486, 0101245486, ORGANISATION",
        "' 0300 588 569 ', 0300588569, ORGANISATION",
        "MST: 0300588569, 0300588569, ORGANISATION",
        "mst 0300.588.569, 0300588569, ORGANISATION",
        "VN0300588569, 0300588569, ORGANISATION",
        "0100112437-001, 0100112437-001, DEPENDENT_UNIT",
        "0100112437001, 0100112437-001, DEPENDENT_UNIT",
        "0100112437 - 002, 0100112437-002, DEPENDENT_UNIT",
        "001085012345, 001085012345, PERSON",
        "079 203 012 345, 079203012345, PERSON",
        "DE123456789, DE123456789, FOREIGN",
        "gb 123 4567 89, GB123456789, FOREIGN",
        "0300588568, 0300588568, BAD_CHECK_DIGIT",
        "0100112438-001, 0100112438-001, BAD_CHECK_DIGIT",
        "0100112437-000, 0100112437-000, BAD_FORM",
        "003085012345, 003085012345, BAD_PERSON",
        "001299012345, 001299012345, BAD_PERSON",
        "12345, 12345, BAD_FORM",
        "03005885690, 03005885690, BAD_FORM",
        "0300A88569, 0300A88569, BAD_FORM",
        "'', '', BAD_FORM"
    })
    void aCodeIsReadAndPutIntoItsUsualWriting(String written, String text, Kind kind) {
        assertEquals(new TaxCode(text, kind), TaxCode.read(written, TODAY));
    }

    /** A sum that leaves nothing would need a check digit of ten: such numbers are never given. */
    @Test
    void aNumberWithoutCheckDigitIsNone() {
        for (int digit = 0; digit < 10; digit++) {
            assertEquals(
                    Kind.BAD_CHECK_DIGIT,
                    TaxCode.read("000000000" + digit, TODAY).kind());
        }
    }

    @Test
    void everyOtherLastDigitIsRefused() {
        for (int digit = 0; digit < 10; digit++) {
            TaxCode read = TaxCode.read("030058856" + digit, TODAY);
            assertEquals(digit == 9, read.kind().isValid());
        }
    }

    @Test
    void aDependentUnitBelongsToItsOrganisation() {
        assertEquals("0100112437", TaxCode.read("0100112437-001", TODAY).organisation());
        assertEquals("0300588569", TaxCode.read("0300588569", TODAY).organisation());
    }

    @Test
    void whatAnAuthorityCanHaveGivenIsValid() {
        assertTrue(Kind.PERSON.isValid());
        assertTrue(Kind.FOREIGN.isValid());
        assertFalse(Kind.BAD_FORM.isValid());
        assertFalse(Kind.BAD_PERSON.isValid());
    }
}
