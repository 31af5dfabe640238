package org.sencrm.vietnam.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.vietnam.tax.TaxCode;

/** Whether the tax code of an account can be right and whose it is, and the address in two levels. */
@org.osgi.service.component.annotations.Component
public final class AccountPanel implements RecordPanel {

    private static final String TYPE = "accounts";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public boolean offered(ScreenContext context, RecordData record) {
        return record.text("taxCode") != null || !address(record).isEmpty();
    }

    @Override
    public Component create(ScreenContext context, RecordData record) {
        FactList panel = new FactList(context.text("vietnam.account"));
        if (record.text("taxCode") != null) {
            panel.with(label(context, "taxCode"), taxCode(context, record.text("taxCode")));
        }
        if (!address(record).isEmpty()) {
            panel.with(label(context, "address"), address(record));
        }
        return panel;
    }

    private static String label(ScreenContext context, String field) {
        return context.messages().field(context.locale(), TYPE, field);
    }

    private static Component taxCode(ScreenContext context, String written) {
        TaxCode code = TaxCode.read(written, LocalDate.now(context.caller().zone()));
        Span kind = new Span(context.text(
                "vietnam.taxCode.kind." + code.kind().name().toLowerCase(Locale.ROOT), code.organisation()));
        kind.addClassNames("pill", code.kind().isValid() ? "good" : "bad");
        Div line = new Div(new Span(code.text()), kind);
        line.addClassName("row");
        return line;
    }

    /** The label of a commune names its province. */
    private static String address(RecordData record) {
        Reference unit = record.reference(record.get("commune") == null ? "province" : "commune");
        return Stream.of(record.text("street"), unit == null ? null : unit.label())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
