package org.sencrm.ui.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import org.sencrm.api.access.Right;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;

/**
 * A page inside the frame. A subclass has one constructor, whose parameters are {@link HostServices}, {@link HostContext}
 * or both. One instance serves the addresses of its route as long as the person stays on it: {@link #show} is called for
 * each of them. Where the record type or screen of the address is not there, a notice takes the place of the content until
 * it comes back.
 */
public abstract class View extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String GONE = "gone";

    private final transient HostServices services;
    private final transient HostContext context;
    private Section notice;
    private String title = "";
    private String titleBefore = "";
    private RouteParameters parameters = RouteParameters.empty();
    private Location location = new Location("");
    /** Whether the content belongs to the present address. */
    private boolean shown;

    protected View(HostServices services, HostContext context) {
        this.services = services;
        this.context = context;
        addClassName("view");
        context.whenModulesChanged(this, this::followModules);
    }

    /**
     * Shows what the address names. Called at each navigation to this view, on the UI thread; the content of an earlier
     * address may still be there.
     */
    protected abstract void show(RouteParameters address, Location place);

    /**
     * Called when the module of this page came back while its content was set aside. The usual answer is to show the
     * address again; a form with unsaved values keeps them instead.
     */
    protected void comeBack() {
        show(parameters, location);
    }

    /** Called when modules or the fields of types changed while the content is in sight; what is fine stays as it is. */
    protected void modulesChanged() {}

    /** Called when what the page shows has gone: what its module brought (components of its classes) is dropped here. */
    protected void setAside() {}

    /**
     * Called for a key of the frame that concerns the page: {@code e} edit, {@code j} next, {@code k} previous,
     * {@code ctrl+enter} save, {@code c} create, {@code space} on the name of a row, {@code escape}. Single letters never come while the person types.
     *
     * @return whether the page did something with it
     */
    public boolean keyPressed(String key) {
        return false;
    }

    /** Whether what the address names is there and this person may see it. */
    protected boolean isThere(RouteParameters address) {
        Optional<String> type = address.get("type");
        return type.isEmpty() || context.may(Right.READ, type.get());
    }

    /** Whether what the address names is there, be it that this person may not see it. */
    protected boolean isInstalled(RouteParameters address) {
        return address.get("type")
                .flatMap(type -> context.types().find(type))
                .filter(type -> services.access().mayUse(context.caller(), type.module()))
                .isPresent();
    }

    protected final HostServices services() {
        return services;
    }

    protected final HostContext context() {
        return context;
    }

    protected final String text(String key, Object... arguments) {
        return context.text(key, arguments);
    }

    /** Names the page in the browser's tab, e.g. by the record it shows. */
    protected final void title(String name) {
        title = name;
        if (isAttached()) {
            UI.getCurrent().getPage().setTitle(getPageTitle());
        }
    }

    @Override
    public final String getPageTitle() {
        return title.isBlank() ? text("product.name") : title + " · " + text("product.name");
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        parameters = event.getRouteParameters();
        location = event.getLocation();
        shown = isThere(parameters);
        if (shown) {
            removeNotice();
            show(parameters, location);
        } else {
            showNotice();
        }
    }

    private void followModules() {
        boolean there = isThere(parameters);
        if (!there) {
            showNotice();
        } else if (notice != null) {
            removeNotice();
            if (shown) {
                comeBack();
            } else {
                shown = true;
                show(parameters, location);
            }
        } else {
            modulesChanged();
        }
    }

    private void showNotice() {
        boolean denied = isInstalled(parameters);
        if (notice != null && notice instanceof DeniedNotice == denied) {
            return;
        }
        removeNotice();
        setAside();
        // the content stays in the page, only out of sight, so that what was being typed survives
        addClassName(GONE);
        notice = denied ? new DeniedNotice(context) : new RemovedNotice(context);
        addComponentAsFirst(notice);
        titleBefore = title;
        title(text(denied ? "denied.title" : "removed.title"));
    }

    private void removeNotice() {
        if (notice != null) {
            remove(notice);
            notice = null;
            removeClassName(GONE);
            title(titleBefore);
        }
    }
}
