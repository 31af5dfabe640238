package org.sencrm.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.ui.api.HomeTile;
import org.sencrm.ui.api.ScreenContext;

/** How many accounts stand at each stage of the journey; not before somebody has put one there. */
@org.osgi.service.component.annotations.Component
public final class JourneyTile implements HomeTile {

    private static final String ACCOUNTS = "accounts";

    private final Access access;

    @Activate
    public JourneyTile(@Reference Access access) {
        this.access = access;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public boolean offered(ScreenContext context) {
        if (!access.may(context.caller(), Right.READ, ACCOUNTS)
                || access.hiddenFields(context.caller(), ACCOUNTS).contains(Journey.STAGE)) {
            return false;
        }
        Query any = Query.of(ACCOUNTS)
                .where(Journey.STAGE + "=isnull=false")
                .reading("id")
                .limitedTo(1);
        return !context.records().list(context.caller(), any).items().isEmpty();
    }

    @Override
    public Component create(ScreenContext context) {
        Div tile = new Div();
        tile.addClassName("stack");
        fill(tile, context);
        context.whenChanged(tile, ACCOUNTS, () -> fill(tile, context));
        return tile;
    }

    private static void fill(Div tile, ScreenContext context) {
        tile.removeAll();
        tile.add(new H2(context.text("section.journey")));
        try {
            SummaryQuery byStage =
                    new SummaryQuery(ACCOUNTS, Journey.STAGE, List.of("count"), Journey.STAGE + "=isnull=false", "");
            UnorderedList stages = new UnorderedList();
            stages.addClassName("journey-counts");
            context.records().summarize(context.caller(), byStage).groups().stream()
                    .filter(group -> group.key() != null)
                    .forEach(group -> stages.add(stage(context, group)));
            tile.add(stages);
        } catch (Fault unreadable) {
            tile.add(new Paragraph(unreadable.getMessage()));
        }
    }

    private static ListItem stage(ScreenContext context, Summary.Group group) {
        NativeButton open = new NativeButton(
                group.label(), event -> context.openList(ACCOUNTS, Rsql.equal(Journey.STAGE, group.key())));
        open.addClassNames("plain", "link");
        return new ListItem(open, new Span(context.format(group.totals().count())));
    }
}
