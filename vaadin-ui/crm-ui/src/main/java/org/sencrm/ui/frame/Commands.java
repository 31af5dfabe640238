package org.sencrm.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.search.Folding;
import org.sencrm.ui.bundle.HelpPage;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.Preferences;

/** What the palette offers besides records: places, new records, commands of modules, pages of help, the person's own settings. */
final class Commands {

    private final HostContext context;
    private final ModuleCommands modules;

    /** @param path of the page from which the palette is opened */
    Commands(HostContext context, String path) {
        this.context = context;
        this.modules = new ModuleCommands(context, path);
    }

    /** Those whose words all begin a word of the name; all of them for an empty text. */
    List<Hit> matching(String text) {
        List<Hit> all = new ArrayList<>();
        Places places = new Places(context);
        places.all().forEach(place -> all.add(go(place)));
        all.addAll(creating(""));
        places.settings().forEach(place -> all.add(go(place)));
        if (context.services().imports().isPresent()
                && places.creatable().stream().anyMatch(type -> context.may(Right.IMPORT, type.name()))) {
            all.add(command("upload", "palette.import", () -> UI.getCurrent().navigate(Addresses.IMPORT)));
        }
        all.addAll(own());
        List<Hit> found = new ArrayList<>(modules.matching(text));
        // a module's own command takes the place of the plain one of the same name
        Set<String> taken = found.stream().map(Hit::label).collect(Collectors.toSet());
        all.stream()
                .filter(hit -> !taken.contains(hit.label()) && fits(hit.label(), text))
                .forEach(found::add);
        if (!text.isEmpty()) {
            context.offers().helpPages().stream()
                    .flatMap(page -> help(page, text).stream())
                    .forEach(found::add);
        }
        return found;
    }

    /** As {@link #matching}, of new records only. */
    List<Hit> creating(String text) {
        return new Places(context)
                .creatable().stream()
                        .map(this::create)
                        .filter(hit -> fits(hit.label(), text))
                        .toList();
    }

    /** Whether every word of the text begins a word of the name, without regard to case and accents. */
    static boolean fits(String name, String text) {
        String words = " " + Folding.fold(name);
        for (String word : Folding.fold(text).split(" ")) {
            if (!words.contains(" " + word)) {
                return false;
            }
        }
        return true;
    }

    /** A page of help whose title, or the heading of one of its parts, fits the text. */
    private Optional<Hit> help(HelpPage page, String text) {
        if (fits(page.title(), text)) {
            return Optional.of(help(page, page.title(), context.moduleName(page.module()), QueryParameters.empty()));
        }
        return page.headings().stream()
                .filter(heading -> fits(heading.text(), text))
                .findFirst()
                .map(heading -> help(page, heading.text(), page.title(), Addresses.helpPart(heading.id())));
    }

    private Hit help(HelpPage page, String label, String detail, QueryParameters part) {
        String address = Addresses.help(page.module(), page.name());
        return new Hit(
                "help",
                label,
                detail,
                context.text("nav.help"),
                () -> UI.getCurrent().navigate(address, part));
    }

    private Hit go(Place place) {
        return new Hit(
                place.icon(),
                place.label(),
                "",
                context.text("palette.go"),
                () -> UI.getCurrent().navigate(place.address()));
    }

    private Hit create(RecordType type) {
        Locale locale = context.locale();
        String one = context.messages().one(locale, type.name()).toLowerCase(locale);
        String name = context.text("palette.create", one);
        return new Hit(
                "plus", name, "", context.text("palette.command"), () -> QuickCreate.open(context, type, Map.of()));
    }

    private List<Hit> own() {
        Preferences own = context.preferences();
        return List.of(
                command("language", "language.switch", own::switchLanguage),
                command("moon", "theme.switch", own::switchTheme),
                command("list", "density.switch", own::switchDensity),
                command("help", "keys.title", () -> new HelpSheet(context, modules).open()),
                command("logout", "account.signOut", context::signOut));
    }

    private Hit command(String icon, String key, Runnable work) {
        return new Hit(icon, context.text(key), "", context.text("palette.command"), work);
    }
}
