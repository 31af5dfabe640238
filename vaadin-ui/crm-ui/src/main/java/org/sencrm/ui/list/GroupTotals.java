package org.sencrm.ui.list;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Summary;
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
            List<String> sums = sums(totals, "sum:" + field.name());
            if (!sums.isEmpty()) {
                Span sum = new Span(new FieldText(context).label(type, field) + ": " + String.join(" + ", sums));
                sum.addClassNames("muted", "group-sum");
                place.add(sum);
            }
        }
    }

    /** In the common currency, and beside it what is kept in others. */
    private List<String> sums(Summary.Totals totals, String measure) {
        List<Object> sums = new ArrayList<>();
        sums.add(totals.measures().get(measure));
        List<Money> foreign = totals.foreign().getOrDefault(measure, List.of());
        sums.addAll(foreign);
        return sums.stream().filter(Objects::nonNull).map(context::format).toList();
    }
}
