package org.sencrm.ui.configuration;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sencrm.ui.host.HostContext;

/** The members of a value, beside what they were or would be; members that are alike or say nothing are left out. */
final class MemberTable extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final HtmlContainer body = new HtmlContainer("tbody");

    /**
     * @param part name of the part of which the values are
     * @param before what to compare with; empty for nothing
     * @param heads keys of what the two columns are called
     */
    MemberTable(
            HostContext context, String part, Map<String, Object> before, Map<String, Object> after, String... heads) {
        this.context = context;
        addClassNames("table-frame", "members");
        HtmlContainer head = new HtmlContainer("tr");
        head.add(cell("th", context.text("changes.member")));
        if (!before.isEmpty()) {
            head.add(cell("th", context.text(heads[0])));
        }
        head.add(cell("th", context.text(heads[1])));
        head.getChildren().forEach(cell -> cell.getElement().setAttribute("scope", "col"));
        add(new HtmlContainer("table", new HtmlContainer("thead", head), body));
        MemberText words = new MemberText(context.locale(), context.messages(), context.formats());
        Set<String> members = new LinkedHashSet<>(after.keySet());
        members.addAll(before.keySet());
        members.stream()
                .filter(member -> before.isEmpty()
                        ? !MemberText.isNothing(after.get(member)) && !Objects.equals(after.get(member), false)
                        : !Objects.equals(before.get(member), after.get(member)))
                .forEach(member -> row(
                        words.label(part, member),
                        before.isEmpty() ? null : words.of(before.get(member)),
                        words.of(after.get(member))));
    }

    private void row(String label, String before, String after) {
        HtmlContainer row = new HtmlContainer("tr");
        row.add(cell("td", label));
        if (before != null) {
            row.add(cell("td", before));
        }
        row.add(cell("td", after));
        body.add(row);
    }

    private static HtmlContainer cell(String tag, String text) {
        HtmlContainer cell = new HtmlContainer(tag);
        cell.setText(text);
        cell.addClassName("lines");
        return cell;
    }
}
