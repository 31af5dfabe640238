package org.sencrm.ui.administration;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.osgi.framework.FrameworkUtil;
import org.sencrm.ui.field.FactList;
import org.sencrm.ui.host.HostContext;

/** Version of the product and how it is doing, as {@code /health} says it. */
final class AboutSection extends SettingsCard {

    private static final long serialVersionUID = 1L;

    private static final String HEALTH = "/health";

    private final transient HostContext context;

    AboutSection(HostContext context) {
        super(context.text("about.title"));
        this.context = context;
        Span state = new Span(context.text("about.health.asking"));
        state.addClassName("pill");
        Span version = new Span(
                FrameworkUtil.getBundle(AboutSection.class).getVersion().toString());
        FactList facts =
                new FactList().with(context.text("about.version"), version).with(context.text("about.health"), state);
        Anchor api = new Anchor("/api/docs", context.text("about.api"));
        api.addClassName("link");
        api.setTarget("_blank");
        add(facts, api);
        ask(state);
    }

    private void ask(Span state) {
        state.getElement()
                .executeJs("return fetch($0).then(answer => answer.json()).then(health => health.status)", HEALTH)
                .then(String.class, status -> show(state, status), failure -> show(state, "down"));
    }

    private void show(Span state, String status) {
        String known = switch (status == null ? "" : status) {
            case "up" -> "up";
            case "degraded" -> "degraded";
            default -> "down";
        };
        state.setText(context.text("about.health." + known));
        state.addClassName(
                switch (known) {
                    case "up" -> "good";
                    case "degraded" -> "warn";
                    default -> "bad";
                });
    }
}
