package org.sencrm.ui.look;

import com.vaadin.flow.component.html.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The product's icons: one family of line drawings in the colour of the text around them. */
public final class Icons {

    private static final Properties DRAWINGS = load();
    private static final String UNKNOWN = "box";

    private Icons() {}

    /** A decorative icon, hidden from screen readers. A name that is not in the family gives a box. */
    public static Span icon(String name) {
        Span icon = new Span();
        icon.addClassName("icon");
        icon.getElement().setAttribute("aria-hidden", "true");
        icon.getElement().setProperty("innerHTML", drawing(name));
        return icon;
    }

    /** An icon that says something by itself, with its name for screen readers and as a tooltip. */
    public static Span icon(String name, String meaning) {
        Span icon = icon(name);
        icon.getElement().removeAttribute("aria-hidden").setAttribute("role", "img");
        icon.getElement().setAttribute("aria-label", meaning).setAttribute("title", meaning);
        return icon;
    }

    static boolean has(String name) {
        return DRAWINGS.containsKey(name);
    }

    private static String drawing(String name) {
        String lines = DRAWINGS.getProperty(name, DRAWINGS.getProperty(UNKNOWN));
        return "<svg viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.7\""
                + " stroke-linecap=\"round\" stroke-linejoin=\"round\">" + lines + "</svg>";
    }

    private static Properties load() {
        Properties drawings = new Properties();
        try (InputStream file = Icons.class.getResourceAsStream("icons.properties")) {
            drawings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drawings;
    }
}
