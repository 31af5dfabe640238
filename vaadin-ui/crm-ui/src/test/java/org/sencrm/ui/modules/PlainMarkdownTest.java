package org.sencrm.ui.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainMarkdownTest {

    /** The elements, each by its tag and text; those of a list after it. */
    private static List<String> shown(String markdown) {
        List<String> shown = new ArrayList<>();
        new PlainMarkdown(markdown).getElement().getChildren().forEach(part -> {
            shown.add(part.getTag() + " " + part.getText());
            part.getChildren()
                    .filter(child -> !child.isTextNode())
                    .forEach(child -> shown.add(child.getTag() + " " + child.getText()));
        });
        return shown;
    }

    @Test
    void headingsListsAndParagraphsAreUnderstood() {
        assertEquals(
                List.of("h3 1.1.0", "ul ", "li Faster", "li Nicer", "p More to come."),
                shown("## 1.1.0\n\n- Faster\n* Nicer\n\nMore to come."));
    }

    @Test
    void htmlAndLinksStayText() {
        String text = "<img src=x onerror=alert(1)> [here](javascript:alert(1))";
        assertEquals(List.of("p " + text), shown(text));
        assertEquals(List.of("ul ", "li " + text), shown("- " + text));
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
