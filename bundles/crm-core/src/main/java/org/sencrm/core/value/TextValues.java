package org.sencrm.core.value;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Everything that is one {@link String}. */
final class TextValues extends ValueKind {

    static final TextValues ONE_LINE = new TextValues(PlainText::line);
    static final TextValues LINES = new TextValues(PlainText::lines);
    static final TextValues HTML = new TextValues(raw -> PlainText.lines(SafeHtml.clean(raw)));
    static final TextValues EMAIL = new TextValues(TextValues::email);
    static final TextValues URL = new TextValues(TextValues::url);

    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern MAIL_ADDRESS =
            Pattern.compile("[^\\s@<>(),;:\"\\\\\\[\\]]+@[^\\s@<>(),;:\"\\\\\\[\\]]+");

    private final UnaryOperator<String> normal;

    private TextValues(UnaryOperator<String> normal) {
        this.normal = normal;
    }

    @Override
    Object understand(Object input, Shape shape) {
        if (!(input instanceof CharSequence || input instanceof Number || input instanceof Boolean)) {
            throw Refusal.format("fault.value.text");
        }
        String text = normal.apply(input.toString());
        int longest = shape.column().length();
        if (text != null && longest > 0 && text.length() > longest) {
            throw Refusal.tooLong(longest);
        }
        return text;
    }

    @Override
    public Object comparable(String text, Shape shape) {
        return PlainText.line(text);
    }

    @Override
    public Object revive(Object plain, Shape shape) {
        return plain instanceof String text ? text : null;
    }

    private static String email(String raw) {
        String address = PlainText.line(raw);
        if (address == null) {
            return null;
        }
        if (address.length() > LONGEST_ADDRESS || !MAIL_ADDRESS.matcher(address).matches()) {
            throw Refusal.format("fault.value.email");
        }
        String domain = address.substring(address.indexOf('@') + 1);
        if (!domain.contains(".") || domain.startsWith(".") || domain.endsWith(".") || domain.contains("..")) {
            throw Refusal.format("fault.value.email");
        }
        return address;
    }

    /** An address that people type without its beginning gets {@code https://}. */
    private static String url(String raw) {
        String address = PlainText.line(raw);
        if (address == null) {
            return null;
        }
        String full = address.contains("://") ? address : "https://" + address;
        try {
            URI uri = URI.create(full);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            boolean plainWeb = scheme.equals("http") || scheme.equals("https");
            if (!plainWeb || uri.getRawUserInfo() != null || !hasHost(uri)) {
                throw Refusal.format("fault.value.url");
            }
            return full;
        } catch (IllegalArgumentException | NullPointerException e) {
            throw Refusal.format("fault.value.url");
        }
    }

    /** Names with letters beyond ASCII are hosts too, though {@link URI} does not see them as such. */
    private static boolean hasHost(URI uri) {
        String authority = uri.getRawAuthority();
        return uri.getHost() != null
                || authority != null
                        && authority.indexOf('@') < 0
                        && URI.create("https://" + IDN.toASCII(authority)).getHost() != null;
    }
}
