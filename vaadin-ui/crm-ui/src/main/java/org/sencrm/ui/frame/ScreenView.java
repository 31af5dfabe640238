package org.sencrm.ui.frame;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import org.sencrm.ui.api.Screen;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.view.View;

/** The page of a screen that a module brings. Lets go of the module's component as soon as the module goes. */
public final class ScreenView extends View {

    private static final long serialVersionUID = 1L;

    public ScreenView(HostServices services, HostContext context) {
        super(services, context);
    }

    @Override
    protected boolean isThere(RouteParameters address) {
        return find(address).filter(screen -> screen.offered(context())).isPresent();
    }

    @Override
    protected boolean isInstalled(RouteParameters address) {
        return find(address).isPresent();
    }

    @Override
    protected void show(RouteParameters address, Location place) {
        removeAll();
        find(address).ifPresent(screen -> {
            title(text("screen." + screen.path()));
            add(screen.create(context()));
        });
    }

    @Override
    protected void setAside() {
        removeAll();
    }

    private Optional<Screen> find(RouteParameters address) {
        String path = address.get("screen").orElse("");
        return services().screens().stream()
                .filter(screen -> screen.path().equals(path))
                .findFirst();
    }
}
