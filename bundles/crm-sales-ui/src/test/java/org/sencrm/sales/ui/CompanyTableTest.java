package org.sencrm.sales.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Summary;

class CompanyTableTest {

    private static Summary.Totals totals(long count, String amount) {
        return new Summary.Totals(
                count,
                amount == null ? Map.of() : Map.of("sum:amount", new Money(new BigDecimal(amount), "VND")),
                Map.of());
    }

    @Test
    void smallGroupsStandTogetherAndWhatIsNotToldStaysEmpty() {
        Summary company = new Summary(
                List.of(
                        new Summary.Group("open", "Open", totals(9, "70")),
                        new Summary.Group(null, "", totals(5, null)),
                        new Summary.Group(Summary.OTHERS, "Others", totals(6, null))),
                totals(20, "90"));
        EchoContext context = new EchoContext();

        CompanyTable table = new CompanyTable(context, company);

        String vnd = context.format(new Money(new BigDecimal("70"), "VND"));
        List<String> rows = table.getElement()
                .getChild(2)
                .getChildren()
                .map(row -> row.getTextRecursively())
                .toList();
        assertEquals("Open9" + vnd, rows.get(0));
        assertEquals(context.text("sales.pipeline.noStage") + "5", rows.get(1));
        assertEquals("Others6", rows.get(2));
        assertEquals(4, rows.size());
    }
}
