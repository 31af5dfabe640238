package org.sencrm.ui.help;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sencrm.ui.bundle.HelpPage;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;

/** The table of contents: every module with its pages, and the parts of the page that is read. */
final class HelpContents extends Nav {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;

    HelpContents(HostContext context) {
        this.context = context;
        addClassName("help-contents");
        getElement().setAttribute("aria-label", context.text("help.contents"));
    }

    void show(List<HelpPage> pages, HelpPage current) {
        removeAll();
        Map<String, List<HelpPage>> byModule = pages.stream()
                .collect(Collectors.groupingBy(HelpPage::module, LinkedHashMap::new, Collectors.toList()));
        byModule.forEach((module, ofModule) -> {
            Div heading = new Div();
            heading.setText(context.moduleName(module));
            heading.addClassName("group");
            UnorderedList list = new UnorderedList();
            ofModule.forEach(page -> list.add(line(page, current)));
            add(heading, list);
        });
    }

    private static ListItem line(HelpPage page, HelpPage current) {
        Anchor link = link(Addresses.help(page.module(), page.name()), page.title());
        ListItem line = new ListItem(link);
        if (page.equals(current)) {
            link.getElement().setAttribute("aria-current", "page");
            UnorderedList parts = new UnorderedList();
            page.headings().forEach(part -> {
                Anchor to = new Anchor("#" + part.id(), part.text());
                to.getElement().setAttribute("router-ignore", true);
                parts.add(new ListItem(to));
            });
            line.add(parts);
        }
        return line;
    }

    private static Anchor link(String address, String text) {
        Anchor link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
