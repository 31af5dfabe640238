package org.sencrm.ui.frame;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Optional;
import org.sencrm.ui.api.Screen;
import org.sencrm.ui.host.Contribution;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.view.BrokenNotice;
import org.sencrm.ui.view.View;

/** The page of a screen that a module brings. Lets go of the module's component as soon as the module goes. */
public final class ScreenView extends View {

    private static final long serialVersionUID = 1L;

    public ScreenView(HostServices services, HostContext context) {
        super(services, context);
    }

    @Override
    protected boolean isThere(RouteParameters address) {
        return in(context().offers().screens(), address).isPresent();
    }

    @Override
    protected boolean isInstalled(RouteParameters address) {
        return context().offers().installedScreen(path(address)).isPresent();
    }

    @Override
    protected void show(RouteParameters address, Location place) {
        removeAll();
        in(context().offers().screens(), address).ifPresent(screen -> {
            title(text("screen." + path(address)));
            add(BrokenNotice.insteadOf(context(), () -> screen.content().create(context())));
        });
    }

    @Override
    protected void setAside() {
        removeAll();
    }

    private static Optional<Contribution<Screen>> in(List<Contribution<Screen>> screens, RouteParameters address) {
        return screens.stream()
                .filter(screen -> screen.content().path().equals(path(address)))
                .findFirst();
    }

    private static String path(RouteParameters address) {
        return address.get("screen").orElse("");
    }
}
