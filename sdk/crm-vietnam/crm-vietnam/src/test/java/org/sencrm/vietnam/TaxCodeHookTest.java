package org.sencrm.vietnam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.RecordData;
import org.sencrm.testkit.TestCrm;

class TaxCodeHookTest {

    private static final Caller SYSTEM = Caller.system();

    @AutoClose
    private final TestCrm crm = TestCrm.of("crm-vietnam", Province.class, Commune.class);

    @BeforeEach
    void hook() {
        crm.hook("accounts", new TaxCodeHook(crm.settings(), crm.clock()));
    }

    @Test
    void aCodeIsStoredInItsUsualWriting() {
        assertEquals("0300588569", account("0300 588 569").text("taxCode"));
        assertEquals("0100112437-001", account("0100112437001").text("taxCode"));
        assertEquals("DE123456789", account("de 123456789").text("taxCode"));
    }

    @Test
    void aMistypedOneIsRefusedAtItsFieldInTheLanguageOfThePerson() {
        FieldError english = refusal(SYSTEM, "0300588568");
        FieldError vietnamese = refusal(SYSTEM.speaking(Locale.forLanguageTag("vi")), "0300588568");

        assertEquals("taxCode", english.field());
        assertEquals(
                "The tax code “0300588568” is mistyped: its tenth digit does not fit the nine before it.",
                english.message());
        assertEquals(
                "Mã số thuế “0300588568” bị gõ sai: chữ số thứ mười không khớp với chín chữ số đứng trước.",
                vietnamese.message());
    }

    @Test
    void eachWayToBeWrongHasItsMessage() {
        assertEquals(
                "“12345” is no tax code: it has 10 digits, 13 for a dependent unit or 12 for a person.",
                refusal(SYSTEM, "12345").message());
        assertEquals(
                "“003085012345” is no personal identification number: province or year of birth cannot be right.",
                refusal(SYSTEM, "003085012345").message());
    }

    @Test
    void whereTheFirmOnlyWantsToBeWarnedItIsTaken() {
        crm.settings().set(SYSTEM, TaxCodeHook.MODE, "warn");

        assertEquals("0300588568", account("0300588568").text("taxCode"));
    }

    /** Whoever changes the name of an account that came from an old file is not asked for its tax code. */
    @Test
    void whatIsStoredAlreadyMayStay() {
        crm.settings().set(SYSTEM, TaxCodeHook.MODE, "warn");
        RecordData old = account("0300588568");
        crm.settings().set(SYSTEM, TaxCodeHook.MODE, null);

        RecordData renamed = crm.records().update(SYSTEM, "accounts", old.id(), old.version(), Map.of("name", "New"));

        assertEquals("0300588568", renamed.text("taxCode"));
    }

    private RecordData account(String taxCode) {
        return crm.records().create(SYSTEM, "accounts", Map.of("name", "Sao Mai", "taxCode", taxCode));
    }

    private FieldError refusal(Caller caller, String taxCode) {
        List<FieldError> errors = assertThrows(
                        InvalidRecord.class,
                        () -> crm.records().create(caller, "accounts", Map.of("name", "Sao Mai", "taxCode", taxCode)))
                .errors();
        assertEquals(1, errors.size());
        return errors.get(0);
    }
}
