package org.sencrm.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThemeTest {

    private static final Path THEME = Path.of("frontend/themes/sen");
    private static final Pattern ROLE = Pattern.compile("--([a-z0-9-]+):\\s*(#[0-9a-f]{6});");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(rgb|hsl)a?\\(");
    private static final List<String> TEXTS =
            List.of("ink", "muted", "faint", "primary", "accent", "good", "warn", "bad", "info");
    private static final double READABLE = 4.5;

    @Test
    void everyTextRoleIsReadableOnEveryGroundInLight() throws IOException {
        assertEquals(List.of(), tooFaint(roles(":root {")));
    }

    @Test
    void everyTextRoleIsReadableOnEveryGroundInDark() throws IOException {
        assertEquals(List.of(), tooFaint(roles(":root[theme~='dark'] {")));
    }

    @Test
    void coloursAreNamedInTheTokenFileOnly() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(THEME)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".css"))
                    .filter(path -> !path.endsWith("tokens.css"))
                    .toList()) {
                Matcher colour = COLOUR.matcher(Files.readString(file));
                while (colour.find()) {
                    found.add(THEME.relativize(file) + ": " + colour.group());
                }
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<String> tooFaint(Map<String, String> roles) {
        List<String> faint = new ArrayList<>();
        for (String text : TEXTS) {
            for (String ground : List.of("ground", "surface", "raised")) {
                check(roles, text, ground, faint);
            }
        }
        check(roles, "primary-ink", "primary", faint);
        for (String tone : List.of("primary", "accent", "good", "warn", "bad", "info")) {
            check(roles, tone, tone + "-soft", faint);
        }
        return faint;
    }

    private static void check(Map<String, String> roles, String text, String ground, List<String> faint) {
        double contrast = contrast(roles.get(text), roles.get(ground));
        if (contrast < READABLE) {
            faint.add(text + " on " + ground + " " + contrast);
        }
    }

    private static Map<String, String> roles(String selector) throws IOException {
        String tokens = Files.readString(THEME.resolve("tokens.css"));
        int start = tokens.indexOf(selector);
        assertTrue(start >= 0, selector);
        Matcher role = ROLE.matcher(tokens.substring(start, tokens.indexOf('}', start)));
        Map<String, String> roles = new HashMap<>();
        while (role.find()) {
            roles.put(role.group(1), role.group(2));
        }
        return roles;
    }

    /** Contrast by WCAG 2. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
