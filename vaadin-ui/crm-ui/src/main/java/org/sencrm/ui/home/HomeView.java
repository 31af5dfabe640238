package org.sencrm.ui.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.time.LocalTime;
import org.sencrm.api.access.Right;
import org.sencrm.ui.host.Formats;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.view.View;

/** The home page: what the person has to do today, and the tiles that modules bring. */
public final class HomeView extends View {

    private static final long serialVersionUID = 1L;
    private static final int NOON = 12;
    private static final int EVENING = 18;

    private final Div page = new Div();

    public HomeView(HostServices services, HostContext context) {
        super(services, context);
        add(page);
    }

    @Override
    protected void show(RouteParameters address, Location place) {
        title(text("home.title"));
        fill();
    }

    private void fill() {
        page.removeAll();
        page.add(greeting());
        if (context().isAdministrator()) {
            page.add(new FirstSteps(context()), new DemoCard(context()));
        }
        Div columns = new Div();
        columns.addClassName("home");
        if (context().may(Right.READ, TodaysWork.TYPE)) {
            columns.add(new TodayCard(context()));
        }
        columns.add(new Tiles(context()));
        page.add(columns);
    }

    private Div greeting() {
        Formats formats = context().formats();
        int hour = LocalTime.now(formats.zone()).getHour();
        String key = hour < NOON ? "home.morning" : hour < EVENING ? "home.afternoon" : "home.evening";
        String name = services().access().profile(context().caller()).name();
        Span day = new Span(formats.longDay(formats.today()));
        day.addClassName("muted");
        Div head = new Div(new H1(text(key, GivenName.of(name, context().locale()))), day);
        head.addClassName("home-head");
        return head;
    }
}
