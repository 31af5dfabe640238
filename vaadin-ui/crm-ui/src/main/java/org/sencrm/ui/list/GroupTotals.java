package org.sencrm.ui.list;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Summary;
import org.sencrm.ui.api.Amounts;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.HostContext;

/** Number and sums of a group, or of all of them, in words. */
final class GroupTotals {

    private final HostContext context;
    private final RecordType type;
    private final List<Field> columns;

    GroupTotals(HostContext context, RecordType type, List<Field> columns) {
        this.context = context;
        this.type = type;
        this.columns = columns;
    }

    void fill(HasComponents place, String name, Summary.Totals totals) {
        Span count = new Span(context.format(totals.count()));
        count.addClassName("muted");
        place.add(new Span(name), count);
        for (Field field : columns) {
            String text = sum(totals, "sum:" + field.name());
            if (!text.isEmpty()) {
                Span sum = new Span(new FieldText(context).label(type, field) + ": " + text);
                sum.addClassName("muted");
                place.add(sum);
            }
        }
    }

    /** Of amounts in all currencies, and what they come to; empty where there is nothing. */
    private String sum(Summary.Totals totals, String measure) {
        Object sum = totals.measures().get(measure);
        return sum == null || sum instanceof Money
                ? Amounts.of(totals, measure).text(context::format)
                : context.format(sum);
    }
}
