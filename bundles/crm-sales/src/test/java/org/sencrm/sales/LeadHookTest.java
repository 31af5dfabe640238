package org.sencrm.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Money;
import org.sencrm.testkit.TestDraft;

class LeadHookTest {

    private final LeadHook hook = new LeadHook();

    @Test
    void aLeadIsNewAtFirstAndNamedByWhatItLeft() {
        TestDraft draft = TestDraft.ofNew("leads").with("email", "mai@example.com");

        hook.beforeSave(draft);

        assertEquals("new", draft.get("status"));
        assertEquals("mai@example.com", draft.get("name"));
    }

    @Test
    void aNameAndStatusThatAreGivenStay() {
        TestDraft draft = TestDraft.ofNew("leads").with("name", "Mai").with("status", "working");

        hook.beforeSave(draft);

        assertEquals("working", draft.get("status"));
        assertEquals("Mai", draft.get("name"));
    }

    @Test
    void aNegativeExpectationIsRefused() {
        TestDraft draft = TestDraft.ofNew("leads").with("expectedAmount", new Money(BigDecimal.valueOf(-1), "VND"));

        hook.beforeSave(draft);

        assertEquals(Map.of("expectedAmount", "sales.amount.negative"), draft.refusals());
    }
}
