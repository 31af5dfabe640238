package org.sencrm.tokenkey.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.Factors;
import org.sencrm.ui.api.ScreenContext;

/** The person's own second factors: what there is, and the ways to set one up and to take one away. */
final class OwnKeys extends Div {

    private static final long serialVersionUID = 1L;

    /** Kinds that may be not to be had for now. */
    private static final Set<String> KINDS = Set.of(EnrolKeyDialog.KIND, EnrolCardDialog.KIND);

    private static final Duration SOON = Duration.ofDays(30);

    private final transient ScreenContext context;
    private final transient Factors factors;
    private final Div content = new Div();

    OwnKeys(ScreenContext context, Factors factors) {
        this.context = context;
        this.factors = factors;
        addClassName("stack");
        Paragraph about = new Paragraph(context.text("tokenKey.own.about"));
        about.addClassName("muted");
        content.addClassName("stack");
        add(new H2(context.text("tokenKey.own.title")), about, content, ways());
        load();
    }

    /**
     * A way to set up each kind that is there; a security key needs to know the address of the product, and certificates are
     * for companies that named the authorities.
     */
    private Div ways() {
        Button app = new Button(
                context.text("tokenKey.own.set"),
                event -> context.withProof(() -> new EnrolDialog(context, factors, this::load).open()));
        app.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button key = new Button(
                context.text("tokenKey.own.setKey"),
                event -> context.withProof(() -> new EnrolKeyDialog(context, factors, this::load).open()));
        boolean keys = factors.kinds().contains(EnrolKeyDialog.KIND);
        key.setEnabled(keys);
        Div row = new Div(app, key);
        if (factors.kinds().contains(EnrolCardDialog.KIND)) {
            row.add(new Button(
                    context.text("tokenKey.own.setCard"),
                    event -> context.withProof(() -> new EnrolCardDialog(context, factors, this::load).open())));
        }
        row.getStyle().set("display", "flex").set("flex-wrap", "wrap").set("gap", "8px");
        Div ways = new Div(row);
        ways.addClassName("stack");
        if (!keys) {
            Paragraph why = new Paragraph(context.text("tokenKey.key.noAddress"));
            why.addClassName("muted");
            ways.add(why);
        }
        return ways;
    }

    private void load() {
        content.removeAll();
        factors.dueBy(context.caller())
                .ifPresent(until -> warn(context.text("tokenKey.own.due", context.format(until))));
        List<Factor> own =
                factors.own(context.caller()).stream().filter(Factor::active).toList();
        own.stream()
                .filter(OwnKeys::endsSoon)
                .forEach(factor ->
                        warn(context.text("tokenKey.own.ending", factor.label(), context.format(factor.validUntil()))));
        if (own.isEmpty()) {
            content.add(new Paragraph(context.text("tokenKey.own.none")));
        } else {
            content.add(table(own));
        }
    }

    private static boolean endsSoon(Factor factor) {
        return factor.validUntil() != null
                && factor.validUntil().isBefore(Instant.now().plus(SOON));
    }

    private void warn(String text) {
        Div warning = new Div();
        warning.setText(text);
        warning.addClassNames("banner", "warn");
        warning.getElement().setAttribute("role", "status");
        content.add(warning);
    }

    private Div table(List<Factor> own) {
        HtmlContainer head = new HtmlContainer("tr");
        for (String column : List.of("label", "kind", "since", "used")) {
            HtmlContainer cell = cell("th", context.text("tokenKey.own." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        head.add(new HtmlContainer("td"));
        HtmlContainer body = new HtmlContainer("tbody");
        List<String> kinds = factors.kinds();
        // what cannot be set up now can be taken away all the same
        own.forEach(factor -> body.add(row(factor, kinds.contains(factor.kind()) || KINDS.contains(factor.kind()))));
        Div frame = new Div(new HtmlContainer("table", new HtmlContainer("thead", head), body));
        frame.addClassName("table-frame");
        return frame;
    }

    /** What only stands in for others goes with the last of them. */
    private HtmlContainer row(Factor factor, boolean standsForItself) {
        HtmlContainer row = new HtmlContainer(
                "tr",
                cell("td", factor.label()),
                cell("td", context.text("factor.kind." + factor.kind())),
                cell("td", context.format(factor.createdAt())),
                cell(
                        "td",
                        factor.lastUsedAt() == null
                                ? context.text("tokenKey.own.unused")
                                : context.format(factor.lastUsedAt())));
        HtmlContainer last = new HtmlContainer("td");
        if (standsForItself) {
            Button remove = new Button(
                    context.text("tokenKey.remove"),
                    event -> new RemoveDialog(context, factors, factor, this::load).open());
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
            last.add(remove);
        }
        row.add(last);
        return row;
    }

    private static HtmlContainer cell(String tag, String text) {
        HtmlContainer cell = new HtmlContainer(tag);
        cell.setText(text);
        return cell;
    }
}
