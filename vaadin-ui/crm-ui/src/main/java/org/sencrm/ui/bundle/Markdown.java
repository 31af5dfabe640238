package org.sencrm.ui.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.sencrm.api.search.Folding;

/** Reads what writers of help write, and turns it into HTML that is safe in the page. Thread safe. */
public final class Markdown {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(rendering -> Markdown::addAttributes)
            .build();
    private static final int PART = 2;

    private Markdown() {}

    /** The text of the first heading; empty where there is none. */
    static Optional<String> title(String markdown) {
        return headings(PARSER.parse(markdown)).stream()
                .filter(heading -> heading.getLevel() < PART)
                .map(Markdown::text)
                .findFirst();
    }

    /** The parts of a text. */
    static List<HelpPage.Heading> parts(String markdown) {
        return headings(PARSER.parse(markdown)).stream()
                .filter(heading -> heading.getLevel() == PART)
                .map(heading -> new HelpPage.Heading(id(heading), text(heading)))
                .toList();
    }

    /**
     * The page as HTML without its title. Nothing in it comes from HTML that somebody wrote, and it leads and loads only where
     * {@link HelpLinks} allows.
     *
     * @param isPage whether the module has a page of that name
     */
    public static String html(HelpPage page, Predicate<String> isPage) {
        Node document = PARSER.parse(page.markdown());
        headings(document).stream()
                .filter(heading -> heading.getLevel() < PART)
                .findFirst()
                .ifPresent(Node::unlink);
        document.accept(new HelpLinks(page, isPage));
        return RENDERER.render(document);
    }

    private static List<Heading> headings(Node document) {
        List<Heading> found = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                found.add(heading);
            }
        });
        return found;
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text words) {
                text.append(words.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }
        });
        return text.toString();
    }

    private static String id(Heading heading) {
        return Folding.fold(text(heading)).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static void addAttributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("id", id(heading));
            attributes.put("tabindex", "-1");
        } else if (node instanceof Link link) {
            attributes.remove("rel");
            attributes.putAll(HelpLinks.attributes(link));
        }
    }
}
