package org.sencrm.ui.frame;

import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.search.Folding;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.Preferences;

/** What the palette offers besides records: places, new records, the person's own settings. */
final class Commands {

    private final HostContext context;

    Commands(HostContext context) {
        this.context = context;
    }

    /** Those whose words all begin a word of the name; all of them for an empty text. */
    List<Hit> matching(String text) {
        List<Hit> all = new ArrayList<>();
        Places places = new Places(context);
        places.all().forEach(place -> all.add(go(place)));
        all.addAll(creating(""));
        if (context.services().imports().isPresent()
                && places.creatable().stream().anyMatch(type -> context.may(Right.IMPORT, type.name()))) {
            all.add(command("upload", "palette.import", () -> UI.getCurrent().navigate(Addresses.IMPORT)));
        }
        all.addAll(own());
        return all.stream().filter(hit -> fits(hit.label(), text)).toList();
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
        return new Hit("plus", name, "", context.text("palette.command"), () -> QuickCreate.open(context, type));
    }

    private List<Hit> own() {
        Preferences own = context.preferences();
        return List.of(
                command("language", "language.switch", own::switchLanguage),
                command("moon", "theme.switch", own::switchTheme),
                command("list", "density.switch", own::switchDensity),
                command("help", "keys.title", () -> new HelpSheet(context).open()),
                command("logout", "account.signOut", context::signOut));
    }

    private Hit command(String icon, String key, Runnable work) {
        return new Hit(icon, context.text(key), "", context.text("palette.command"), work);
    }
}
