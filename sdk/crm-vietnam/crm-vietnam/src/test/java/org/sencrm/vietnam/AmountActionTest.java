package org.sencrm.vietnam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.testkit.TestCrm;

class AmountActionTest {

    private static final Caller SPEAKER = Caller.system().speaking(Locale.forLanguageTag("vi"));
    private static final RecordData OPPORTUNITY = new RecordData("opportunities", 7, 3, Map.of());

    @AutoClose
    private final TestCrm crm = TestCrm.of("crm-vietnam", Province.class, Commune.class);

    private final AmountAction action = new AmountAction(saving(), crm.messages());

    @Test
    void anAmountIsEnteredAsPeopleSayIt() {
        assertEquals(
                new Money(new BigDecimal("1500000000").stripTrailingZeros(), "VND"),
                action.run(SPEAKER, OPPORTUNITY, Map.of("amount", "1,5 tỷ")));
    }

    @Test
    void whatIsNoAmountIsRefusedWithAnExample() {
        InvalidRecord refused = assertThrows(
                InvalidRecord.class, () -> action.run(SPEAKER, OPPORTUNITY, Map.of("amount", "nhiều lắm")));

        assertEquals("amount", refused.errors().get(0).field());
        assertEquals(
                "“nhiều lắm” không phải là số tiền đồng. Hãy viết chẳng hạn 1,5 tỷ, 250 triệu hoặc 1.234.567.",
                refused.getMessage());
    }

    /** Opportunities are another module's: their record is taken as it is given to be saved. */
    private static Records saving() {
        return (Records) Proxy.newProxyInstance(
                Records.class.getClassLoader(), new Class<?>[] {Records.class}, (proxy, method, arguments) -> {
                    assertEquals("update", method.getName());
                    assertEquals(3L, arguments[3]);
                    @SuppressWarnings("unchecked")
                    Map<String, Object> values = (Map<String, Object>) arguments[4];
                    return new RecordData((String) arguments[1], (long) arguments[2], 4, values);
                });
    }
}
