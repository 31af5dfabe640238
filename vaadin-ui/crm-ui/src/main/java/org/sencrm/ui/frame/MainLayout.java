package org.sencrm.ui.frame;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import java.util.List;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.signin.PasswordDialog;
import org.sencrm.ui.view.View;

/** The frame of every page: navigation at the left (on a phone at the bottom), top bar, content. */
@JsModule("./keys.ts")
@JsModule("./crm-chart.ts")
public final class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final long serialVersionUID = 1L;
    private static final String CONTENT = "content";

    private final transient HostContext context;
    private final Navigation navigation;
    private final BottomBar bottom;
    private final TopBar top;
    private final Main content = new Main();
    /** What the navigation and the menu of new records offer now. */
    private transient List<Object> offered = List.of();

    private String path = "";
    private View view;

    public MainLayout(HostContext context) {
        this.context = context;
        navigation = new Navigation(context, this::fold);
        bottom = new BottomBar(context);
        top = new TopBar(context, this::openPalette);
        configureContent();
        Div body = new Div(top, content);
        body.addClassName("body");
        addClassName("app");
        setClassName("narrow", context.preferences().isNavigationNarrow());
        add(skipLink(), navigation, body, bottom);
        follow();
        context.whenModulesChanged(this, this::follow);
        getElement()
                .addEventListener(
                        "sen-key", event -> keyPressed(event.getEventData().getString("event.detail.key")))
                .addEventData("event.detail.key");
        if (PasswordDialog.isAskedFor(context)) {
            addAttachListener(attached -> {
                attached.unregisterListener();
                new PasswordDialog(context).open();
            });
        }
    }

    @Override
    public void showRouterLayoutContent(HasElement page) {
        content.getElement().appendChild(page.getElement());
        view = page instanceof View shown ? shown : null;
    }

    @Override
    public void removeRouterLayoutContent(HasElement page) {
        page.getElement().removeFromParent();
        view = null;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        path = event.getLocation().getPath();
        navigation.follow(path);
        bottom.follow(path);
        followHelp();
    }

    private void configureContent() {
        content.addClassName("content");
        content.setId(CONTENT);
        content.getElement().setAttribute("tabindex", "-1");
    }

    private Anchor skipLink() {
        Anchor skip = new Anchor("#" + CONTENT, context.text("nav.skip"));
        skip.addClassName("skip");
        skip.getElement().setAttribute("router-ignore", true);
        skip.getElement()
                .executeJs(
                        "this.addEventListener('click', event => {event.preventDefault(); $0.focus();})",
                        content.getElement());
        return skip;
    }

    private void follow() {
        Places places = new Places(context);
        List<Object> now = List.of(places.all(), places.creatable());
        if (!now.equals(offered)) {
            offered = now;
            fill(places);
        }
        getElement().setAttribute("data-keys", commands().keys().listed());
        followHelp();
    }

    private void followHelp() {
        top.help(new Here(context, path).help(), this::openKeys);
    }

    private void openKeys() {
        new HelpSheet(context, commands()).open();
    }

    private ModuleCommands commands() {
        return new ModuleCommands(context, path);
    }

    private void fill(Places places) {
        navigation.show(places, path, context.preferences().isNavigationNarrow());
        bottom.show(places, path);
        top.offer(places.creatable());
    }

    private void fold() {
        context.preferences().switchNavigation();
        setClassName("narrow", context.preferences().isNavigationNarrow());
        fill(new Places(context));
    }

    private void openPalette() {
        new Palette(context, new Commands(context, path)::matching).open();
    }

    private void keyPressed(String key) {
        if (key.startsWith("g ")) {
            Place place = new GoKeys(new Places(context).all()).byLetter().get(key.substring(2));
            if (place != null) {
                UI.getCurrent().navigate(place.address());
            }
            return;
        }
        switch (key) {
            case "ctrl+k" -> openPalette();
            case "?" -> openKeys();
            case "c" -> {
                if (view == null || !view.keyPressed(key)) {
                    new Palette(context, new Commands(context, path)::creating).open();
                }
            }
            default -> {
                if (view == null || !view.keyPressed(key)) {
                    commands().pressed(key);
                }
            }
        }
    }
}
