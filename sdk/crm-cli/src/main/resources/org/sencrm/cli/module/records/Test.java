package @package@;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.testkit.TestCrm;

class @Class@Test {

    @AutoClose
    private final TestCrm crm = TestCrm.of("@name@", @Class@.class).hook("@type@", new @Class@Hook());

    private final Caller seller = crm.user("Lan").may("@type@", Right.READ, Right.CREATE, Right.UPDATE).caller();
    private final LocalDate today = LocalDate.now(seller.zone());

    @Test
    void aNewOneIsOpen() {
        RecordData made = create(Map.of("name", "Send the offer"));

        assertEquals("open", made.get("status"));
        assertNull(made.get("doneOn"));
    }

    @Test
    void whatIsDoneKnowsSinceWhen() {
        RecordData made = create(Map.of("name", "Send the offer"));

        RecordData done =
                crm.records().update(seller, "@type@", made.id(), made.version(), Map.of("status", "done"));

        assertEquals(today, done.get("doneOn"));
    }

    @Test
    void nothingNewIsDueInThePast() {
        Map<String, Object> late = Map.of("name", "Send the offer", "dueOn", today.minusDays(1));

        InvalidRecord refusal = assertThrows(InvalidRecord.class, () -> create(late));

        assertEquals("dueOn", refusal.errors().get(0).field());
    }

    @Test
    void theListFindsWhatIsOpen() {
        create(Map.of("name", "Send the offer", "status", "done"));
        create(Map.of("name", "Call back"));

        Query open = Query.of("@type@").where("status==open");

        assertEquals(
                List.of("Call back"),
                crm.records().list(seller, open).items().stream()
                        .map(found -> found.text("name"))
                        .toList());
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        assertEquals(List.of(), crm.missingTexts());
    }

    private RecordData create(Map<String, ?> values) {
        return crm.records().create(seller, "@type@", values);
    }
}
