package org.sencrm.ui.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    private static final String FOLDER = "/ui/web/crm-sales-ui/0123/help/vi/";

    @Test
    void aPageIsNamedByItsFirstHeadingAndDividedByTheNext() {
        String text = "# Đầu mối và `cơ hội`\n\nx\n\n## Giai đoạn\n\n### Nhỏ\n\n## Bước tiếp theo?";

        assertEquals(Optional.of("Đầu mối và cơ hội"), Markdown.title(text));
        assertEquals(
                List.of(
                        new HelpPage.Heading("giai-doan", "Giai đoạn"),
                        new HelpPage.Heading("buoc-tiep-theo", "Bước tiếp theo?")),
                Markdown.parts(text));
    }

    @Test
    void thePartsCanBeReachedAndTheTitleIsLeftToThePage() {
        String html = html("# Leads\n\n## Next step\n\nWords");

        assertFalse(html.contains("Leads"));
        assertTrue(html.contains("id=\"next-step\""), html);
    }

    @Test
    void noHtmlThatSomebodyWroteComesThrough() {
        for (String wicked : List.of(
                "<script>alert(1)</script>",
                "x <img src=x onerror=alert(1)> y",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<iframe src=\"https://example.com\"></iframe>\n\n<b onclick=alert(1)>x</b>")) {
            String html = html(wicked);
            assertFalse(html.matches("(?s).*<(script|img|iframe|b|a)\\b.*"), html);
            assertFalse(html.contains("onerror") || html.contains("onclick"), html);
        }
    }

    @Test
    void linksThatRunSomethingAreOnlyWords() {
        for (String wicked : List.of(
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "//example.com",
                "x/y")) {
            assertEquals("<p>words</p>\n", html("[words](" + wicked + ")"), wicked);
        }
    }

    @Test
    void linksLeadToPagesOfTheModuleToPlacesAndOutside() {
        assertEquals("<p><a href=\"help/crm-sales/pipeline\" router-link=\"\">x</a></p>\n", html("[x](pipeline.md)"));
        assertEquals(
                "<p><a href=\"help/crm-sales/pipeline?part=figures\" router-link=\"\">x</a></p>\n",
                html("[x](pipeline.md#figures)"));
        assertEquals("<p>x</p>\n", html("[x](nowhere.md)"));
        assertEquals(
                "<p><a href=\"opportunities/board\" router-link=\"\">x</a></p>\n",
                html("[x](/ui/opportunities/board)"));
        assertTrue(html("[x](https://example.com/)").contains("rel=\"noopener noreferrer\""));
        assertEquals("<p><a href=\"#next\" router-ignore=\"\">x</a></p>\n", html("[x](#next)"));
    }

    @Test
    void onlyPicturesOfTheSameBundleAreShown() {
        assertEquals(
                "<p><img src=\"/ui/web/crm-sales-ui/0123/help/images/a.png\" alt=\"Board\" /></p>\n",
                html("![Board](../images/a.png)"));
        for (String elsewhere : List.of(
                "https://example.com/a.png",
                "//example.com/a.png",
                "../../../other/1/a.png",
                "/ui/x",
                "data:image/png,x")) {
            assertEquals("<p>Board</p>\n", html("![Board](" + elsewhere + ")"), elsewhere);
        }
    }

    @Test
    void tablesAreTables() {
        assertTrue(html("| a | b |\n| --- | --- |\n| 1 | 2 |").contains("<td>2</td>"));
    }

    private static String html(String markdown) {
        HelpPage page = new HelpPage("crm-sales", "index", "vi", "x", List.of(), markdown, FOLDER);
        return Markdown.html(page, "pipeline"::equals);
    }
}
