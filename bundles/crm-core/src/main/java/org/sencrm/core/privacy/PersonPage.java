package org.sencrm.core.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sencrm.api.text.Messages;

/** The page that a person reads: plain HTML without scripts, which opens on any machine. */
final class PersonPage {

    private static final String STYLE = "body{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em}"
            + "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3em .6em;"
            + "border-bottom:1px solid #ddd;white-space:pre-line}th{width:14em;font-weight:600}h2{margin-top:2em}";

    private final Messages messages;
    private final Locale locale;
    private final StringBuilder html = new StringBuilder();

    PersonPage(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** @param json of the parts, in their order, with the files that were packed */
    String of(List<Map<String, Object>> json, List<PersonReader.Part> parts) {
        String title = escaped(messages.text(locale, "privacy.export.title"));
        html.append("<!doctype html><html lang=\"").append(locale.getLanguage());
        html.append("\"><head><meta charset=\"utf-8\"><title>").append(title).append("</title><style>");
        html.append(STYLE).append("</style></head><body><h1>").append(title).append("</h1><p>");
        html.append(escaped(messages.text(locale, "privacy.export.about"))).append("</p>");
        for (int i = 0; i < parts.size(); i++) {
            part(parts.get(i), (List<?>) json.get(i).get("files"));
        }
        return html.append("</body></html>").toString();
    }

    private void part(PersonReader.Part part, List<?> files) {
        html.append("<h2>").append(escaped(part.kind()));
        html.append(part.name() == null ? "" : ": " + escaped(part.name())).append("</h2><table>");
        part.values().forEach(value -> row(escaped(value.label()), escaped(value.text())));
        part.comments()
                .forEach(comment -> row(
                        escaped(messages.text(locale, "privacy.export.comment")) + "<br>" + escaped(comment.get("at")),
                        escaped(comment.get("text"))));
        files.forEach(file -> row(escaped(messages.text(locale, "privacy.export.file")), link((Map<?, ?>) file)));
        html.append("</table>");
    }

    private void row(String head, String cell) {
        html.append("<tr><th scope=\"row\">")
                .append(head)
                .append("</th><td>")
                .append(cell)
                .append("</td></tr>");
    }

    private static String link(Map<?, ?> file) {
        return "<a href=\"" + escaped(file.get("path")) + "\">" + escaped(file.get("name")) + "</a>";
    }

    private static String escaped(Object text) {
        return String.valueOf(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
