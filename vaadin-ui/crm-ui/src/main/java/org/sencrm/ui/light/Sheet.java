package org.sencrm.ui.light;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import javax.servlet.http.HttpServletResponse;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.sencrm.api.access.Right;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.Formats;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.host.Visitor;

/** An empty page in the language and colours of its reader; text put into it is always escaped. */
final class Sheet {

    private final HostServices services;
    private final Visitor visitor;
    private final FormMark mark;
    private final Document page = Document.createShell("");
    private final Element main;

    Sheet(HostServices services, Visitor visitor, FormMark mark) {
        this.services = services;
        this.visitor = visitor;
        this.mark = mark;
        Element html = page.getElementsByTag("html").first();
        html.attr("lang", visitor.locale().getLanguage());
        visitor.preferences().theme().ifPresent(theme -> html.attr("theme", theme));
        page.prependChild(new DocumentType("html", "", ""));
        head();
        header();
        main = page.body().appendElement("main");
    }

    HostServices services() {
        return services;
    }

    String mark() {
        return mark.value();
    }

    Element main() {
        return main;
    }

    String text(String key, Object... arguments) {
        return services.messages().text(visitor.locale(), key, arguments);
    }

    /** Values in words for the person who is signed in. */
    FieldText words(ZoneId zone) {
        Formats formats = new Formats(visitor.locale(), zone, services.messages());
        return new FieldText(formats, services.messages(), services.types(), visitor.locale(), this::isReadable);
    }

    private boolean isReadable(String type) {
        return visitor.caller()
                .filter(caller -> services.access().may(caller, Right.READ, type))
                .isPresent();
    }

    private void head() {
        page.outputSettings().prettyPrint(false);
        page.charset(StandardCharsets.UTF_8);
        Element head = page.head();
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        for (String style : new String[] {"tokens.css", "light.css"}) {
            head.appendElement("link").attr("rel", "stylesheet").attr("href", Addresses.UI + "/" + style);
        }
        head.appendElement("link").attr("rel", "icon").attr("href", Addresses.UI + "/lotus.svg");
    }

    private void header() {
        Element header = page.body().appendElement("header");
        header.appendElement("a").attr("href", Place.HOME).addClass("brand").text(text("product.name"));
        if (visitor.caller().isPresent()) {
            Element out = form(header, Place.HOME, "signout");
            out.addClass("out");
            button(out, "light.signOut");
        }
    }

    /** A form that may do something: it carries the mark of the session. */
    Element form(Element into, String address, String wish) {
        Element form = into.appendElement("form").attr("method", "post").attr("action", address);
        hidden(form, FormMark.NAME, mark.value());
        hidden(form, "do", wish);
        return form;
    }

    void hidden(Element form, String name, String value) {
        form.appendElement("input").attr("type", "hidden").attr("name", name).attr("value", value);
    }

    void button(Element form, String key) {
        form.appendElement("button").attr("type", "submit").text(text(key));
    }

    /** A field of one line under its label. */
    Element input(Element form, String name, String label, String value) {
        return labelled(form, name, label, "input").attr("value", value);
    }

    /** An element for input under its label. */
    Element labelled(Element form, String name, String label, String tag) {
        form.appendElement("label").attr("for", name).text(text(label));
        return form.appendElement(tag).attr("id", name).attr("name", name);
    }

    void alert(String message) {
        main.appendElement("p").addClass("bad").attr("role", "alert").text(message);
    }

    void done(String message) {
        main.appendElement("p").addClass("good").attr("role", "status").text(message);
    }

    Element heading(String words) {
        page.title(words + " · " + text("product.name"));
        return main.appendElement("h1").text(words);
    }

    Answer problem(int status, String key, Object... arguments) {
        return refusal(status, text(key, arguments));
    }

    Answer refusal(int status, String message) {
        main.empty();
        heading(text("light.problem"));
        alert(message);
        main.appendElement("p").appendElement("a").attr("href", Place.HOME).text(text("light.find"));
        return answer(status);
    }

    Answer answer() {
        return answer(HttpServletResponse.SC_OK);
    }

    private Answer answer(int status) {
        return Answer.page(status, page.outerHtml());
    }
}
