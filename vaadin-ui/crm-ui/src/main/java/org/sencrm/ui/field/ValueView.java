package org.sencrm.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;

/** Values as something to look at and to click: choices as pills, people with initials, addresses as links. */
public final class ValueView {

    private static final String USERS = "users";

    private final HostContext context;
    private final FieldText words;

    public ValueView(HostContext context) {
        this.context = context;
        this.words = new FieldText(context);
    }

    /** Something to show for the value of a field of the type; a dash for null. */
    public Component of(String type, Field field, Object value) {
        if (value == null || value instanceof Collection<?> several && several.isEmpty()) {
            return none();
        }
        return switch (field.kind()) {
            case CHOICE -> pill(words.choice(type, field, value));
            case CHOICES -> pills(type, field, (Collection<?>) value);
            case REFERENCE -> reference((Reference) value);
            case REFERENCES -> references((Collection<?>) value);
            case EMAIL -> link("mailto:" + value, value.toString());
            case PHONE -> link("tel:" + value.toString().replaceAll("[^+\\d]", ""), words.value(type, field, value));
            case URL -> web(value.toString());
            case LONG_TEXT, ADDRESS -> lines(value.toString());
            case RICH_TEXT -> new Html("<div>" + Jsoup.clean(value.toString(), Safelist.relaxed()) + "</div>");
            default -> new Span(words.value(type, field, value));
        };
    }

    /** A choice in its colour. */
    public static Span pill(Choice choice) {
        Span pill = new Span(choice.label());
        pill.addClassNames("pill", choice.tone());
        return pill;
    }

    /** A link to the record, with initials where it is a person of the house; plain text where it is gone. */
    public Component reference(Reference reference) {
        String label = words.reference(reference);
        Component name = reference.label() == null
                        || context.types().find(reference.type()).isEmpty()
                ? new Span(label)
                : recordLink(reference);
        if (!USERS.equals(reference.type()) || reference.label() == null) {
            return name;
        }
        Span person = new Span(Initials.avatar(label, "s"), name);
        person.addClassName("person");
        return person;
    }

    /** A link to the page of a record, named by its label. */
    public static Anchor recordLink(Reference record) {
        Anchor link = new Anchor(Addresses.record(record.type(), record.id()), record.label());
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    /** Whether a web address may become a link: only http and https, so that no script runs on a click. */
    static boolean isWeb(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    private Component references(Collection<?> several) {
        Div all = new Div();
        all.addClassName("values");
        several.forEach(one -> all.add(reference((Reference) one)));
        return all;
    }

    private Component pills(String type, Field field, Collection<?> codes) {
        Div all = new Div();
        all.addClassName("values");
        codes.forEach(code -> all.add(pill(words.choice(type, field, code))));
        return all;
    }

    private static Component web(String address) {
        if (!isWeb(address)) {
            return new Span(address);
        }
        Anchor link = link(
                address, address.replaceFirst("^(?i)https?://(www\\.)?", "").replaceFirst("/$", ""));
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }

    private static Anchor link(String target, String text) {
        Anchor link = new Anchor(target, text);
        link.addClassName("link");
        return link;
    }

    private static Component lines(String text) {
        Span span = new Span(text);
        span.addClassName("lines");
        return span;
    }

    private Component none() {
        Span dash = new Span("–");
        dash.addClassName("faint");
        dash.getElement().setAttribute("aria-label", context.text("value.none"));
        dash.getElement().setAttribute("role", "img");
        return dash;
    }
}
