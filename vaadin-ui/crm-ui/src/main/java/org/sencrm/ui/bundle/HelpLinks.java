package org.sencrm.ui.bundle;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * Makes the links and pictures of a page fit for the product: to other pages of the same module, to parts of the page, to
 * places of the product ({@code /ui/…}), to sites outside, and pictures of the same bundle. Of any other link or picture its
 * words are left. HTML is taken out.
 */
final class HelpLinks extends AbstractVisitor {

    private static final Pattern PAGE = Pattern.compile("([a-zA-Z0-9-]+)\\.md(#[a-z0-9-]*)?");
    private static final Pattern PART = Pattern.compile("#[a-z0-9-]+");
    private static final Pattern OUTSIDE = Pattern.compile("(https?://|mailto:).+");
    private static final String PLACE = "/ui/";

    private final HelpPage page;
    private final Predicate<String> isPage;

    HelpLinks(HelpPage page, Predicate<String> isPage) {
        this.page = page;
        this.isPage = isPage;
    }

    /** What makes a link behave: the product's own are opened within it, others in a window of their own. */
    static Map<String, String> attributes(Link link) {
        String to = link.getDestination();
        if (OUTSIDE.matcher(to).matches()) {
            return Map.of("target", "_blank", "rel", "noopener noreferrer");
        }
        return to.startsWith("#") ? Map.of("router-ignore", "") : Map.of("router-link", "");
    }

    @Override
    public void visit(HtmlBlock html) {
        html.unlink();
    }

    @Override
    public void visit(HtmlInline html) {
        html.unlink();
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        destination(link.getDestination()).ifPresentOrElse(link::setDestination, () -> onlyWords(link));
    }

    @Override
    public void visit(Image image) {
        picture(image.getDestination()).ifPresentOrElse(image::setDestination, () -> onlyWords(image));
    }

    private Optional<String> destination(String written) {
        Matcher other = PAGE.matcher(written);
        if (other.matches()) {
            String part =
                    other.group(2) == null ? "" : "?part=" + other.group(2).substring(1);
            return Optional.of(other.group(1)).filter(isPage).map(name -> "help/" + page.module() + "/" + name + part);
        }
        if (written.startsWith(PLACE)) {
            return Optional.of(written.substring(PLACE.length()));
        }
        boolean asItIs =
                PART.matcher(written).matches() || OUTSIDE.matcher(written).matches();
        return asItIs ? Optional.of(written) : Optional.empty();
    }

    /** The address of a picture of the same bundle. */
    private Optional<String> picture(String written) {
        try {
            String root = URI.create(page.folder()).resolve("..").toString();
            String address = URI.create(page.folder()).resolve(written).toString();
            return Optional.of(address).filter(found -> found.startsWith(root) && !found.contains(".."));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static void onlyWords(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
            node.insertBefore(child);
        }
        node.unlink();
    }
}
