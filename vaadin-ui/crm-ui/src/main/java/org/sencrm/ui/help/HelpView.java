package org.sencrm.ui.help;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Optional;
import org.sencrm.ui.bundle.HelpPage;
import org.sencrm.ui.bundle.Markdown;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.view.View;

/** A page of help at {@code /ui/help/<module>/<page>}; the first one at {@code /ui/help}. */
public final class HelpView extends View {

    private static final long serialVersionUID = 1L;

    /** Leads to a part of the page; the browser by itself would look for it at the base of all addresses. */
    private static final String FOLLOW_PARTS = """
            this.addEventListener('click', event => {
              const link = event.target.closest('a[href^="#"]');
              const part = link && document.getElementById(link.getAttribute('href').slice(1));
              if (part) {
                event.preventDefault();
                part.scrollIntoView();
                part.focus({preventScroll: true});
              }
            });""";

    private final HelpContents contents;
    private final Article article = new Article();
    private HelpPage shown;

    public HelpView(HostServices services, HostContext context) {
        super(services, context);
        contents = new HelpContents(context);
        article.addClassNames("card", "help-text");
        Div split = new Div(contents, article);
        split.addClassName("help");
        split.getElement().executeJs(FOLLOW_PARTS);
        add(split);
    }

    @Override
    protected boolean isThere(RouteParameters address) {
        return address.get("module").isEmpty()
                || find(context().offers().helpPages(), address).isPresent();
    }

    @Override
    protected boolean isInstalled(RouteParameters address) {
        return find(services().bundles().pages(context().locale()), address).isPresent();
    }

    @Override
    protected void show(RouteParameters address, Location place) {
        List<HelpPage> pages = context().offers().helpPages();
        find(pages, address)
                .or(() -> pages.stream().findFirst())
                .ifPresentOrElse(page -> show(pages, page), this::showNone);
        place.getQueryParameters().getParameters().getOrDefault(Addresses.PART, List.of()).stream()
                .findFirst()
                .ifPresent(part -> article.getElement()
                        .executeJs("requestAnimationFrame(() => document.getElementById($0)?.scrollIntoView())", part));
    }

    /** Other modules may have brought pages; the one that is read stays as it is. */
    @Override
    protected void modulesChanged() {
        contents.show(context().offers().helpPages(), shown);
    }

    private void show(List<HelpPage> pages, HelpPage page) {
        shown = page;
        title(page.title());
        contents.show(pages, page);
        Div text = new Div();
        text.getElement().setProperty("innerHTML", Markdown.html(page, name -> has(pages, page.module(), name)));
        article.removeAll();
        article.add(new H1(page.title()), text);
        article.getElement().setAttribute("lang", page.language());
    }

    private void showNone() {
        article.removeAll();
        article.add(new H1(text("nav.help")), new Paragraph(text("help.none")));
    }

    private static Optional<HelpPage> find(List<HelpPage> pages, RouteParameters address) {
        String module = address.get("module").orElse("");
        String name = address.get("page").orElse("");
        return pages.stream()
                .filter(page -> page.module().equals(module) && page.name().equals(name))
                .findFirst();
    }

    private static boolean has(List<HelpPage> pages, String module, String name) {
        return pages.stream()
                .anyMatch(page -> page.module().equals(module) && page.name().equals(name));
    }
}
