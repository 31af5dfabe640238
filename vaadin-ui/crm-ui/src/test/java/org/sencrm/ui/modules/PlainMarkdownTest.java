package org.sencrm.ui.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlainMarkdownTest {

    private static String html(String markdown) {
        return new PlainMarkdown(markdown).getElement().getOuterHTML().replaceAll("\\s+", " ");
    }

    @Test
    void headingsListsAndParagraphsAreUnderstood() {
        String html = html("## 1.1.0\n\n- Faster\n* Nicer\n\nMore to come.");
        assertTrue(html.contains("<h3>1.1.0</h3>"), html);
        assertTrue(html.matches(".*<ul>\\s*<li>Faster</li>\\s*<li>Nicer</li>\\s*</ul>.*"), html);
        assertTrue(html.contains("<p>More to come.</p>"), html);
    }

    @Test
    void htmlAndLinksStayText() {
        String text = "<img src=x onerror=alert(1)> [here](javascript:alert(1))";
        PlainMarkdown shown = new PlainMarkdown("- " + text);
        assertEquals(text, shown.getElement().getTextRecursively());
        assertTrue(html(text).contains("&lt;img"), html(text));
    }

    @Test
    void aFingerprintIsReadInPairs() {
        assertEquals("0A:FF:3", SignerFacts.inPairs("0aff3"));
        assertEquals("", SignerFacts.inPairs(""));
    }

    @Test
    void anAddressThatMeansNothingShowsAll() {
        assertEquals(Shown.UPDATES, Shown.of("updates"));
        assertEquals(Shown.ALL, Shown.of("nothing"));
    }
}
