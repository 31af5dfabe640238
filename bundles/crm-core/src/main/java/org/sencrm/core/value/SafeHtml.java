package org.sencrm.core.value;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes HTML from outside harmless. What comes out holds a few tags without any attribute, in lower case, and text in which
 * no other tag can begin; so there is nothing in it that could run or load anything.
 */
final class SafeHtml {

    private static final Set<String> ALLOWED = Set.of(
            "p",
            "br",
            "div",
            "b",
            "strong",
            "i",
            "em",
            "u",
            "s",
            "ul",
            "ol",
            "li",
            "h1",
            "h2",
            "h3",
            "blockquote",
            "pre",
            "code");
    private static final Set<String> WITH_CONTENT =
            Set.of("script", "style", "template", "iframe", "object", "svg", "math");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>");

    private SafeHtml() {}

    static String clean(String html) {
        StringBuilder safe = new StringBuilder(html.length());
        Matcher tags = TAG.matcher(html);
        int position = 0;
        while (tags.find(position)) {
            String name = tags.group(2).toLowerCase(Locale.ROOT);
            boolean closing = !tags.group(1).isEmpty();
            text(safe, html, position, tags.start());
            position = tags.end();
            if (ALLOWED.contains(name)) {
                safe.append(closing ? "</" : "<").append(name).append('>');
            } else if (WITH_CONTENT.contains(name) && !closing) {
                position = afterContent(html, name, position);
            }
        }
        text(safe, html, position, html.length());
        return safe.toString();
    }

    private static void text(StringBuilder safe, String html, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = html.charAt(i);
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> safe.append(c);
            }
        }
    }

    private static int afterContent(String html, String name, int from) {
        int end = html.toLowerCase(Locale.ROOT).indexOf("</" + name, from);
        return end < 0 ? html.length() : end;
    }
}
