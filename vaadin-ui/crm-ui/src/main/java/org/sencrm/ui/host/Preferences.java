package org.sencrm.ui.host;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import java.util.Optional;
import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;

/**
 * How one person likes to see the product: language, theme, density, width of the navigation. Kept in the person's own
 * settings; the language of somebody who has not signed in yet is kept in the session.
 */
public final class Preferences {

    /** Query parameter of any page: the language to speak from then on. */
    public static final String ASKED = "lang";

    static final String LANGUAGE = "ui.language";
    static final String THEME = "ui.theme";
    static final String DENSITY = "ui.density";
    static final String NAVIGATION = "ui.navigation";

    /** With the name of a record type behind it. */
    private static final String COLUMNS = "ui.columns.";

    private static final String DARK = "dark";
    private static final String LIGHT = "light";
    private static final String ROOMY = "roomy";
    private static final String DENSE = "dense";
    private static final String NARROW = "narrow";
    private static final String WIDE = "wide";

    private final VaadinSession session;
    private final Settings settings;

    public Preferences(VaadinSession session, Settings settings) {
        this.session = session;
        this.settings = settings;
    }

    private boolean isRoomy() {
        return ROOMY.equals(own(DENSITY, DENSE));
    }

    public boolean isNavigationNarrow() {
        return NARROW.equals(own(NAVIGATION, WIDE));
    }

    /** Shows the other language; the page loads anew, because every text on it changes. */
    public void switchLanguage() {
        Locale now = session.getLocale();
        Messages.LOCALES.stream()
                .filter(other -> !other.getLanguage().equals(now.getLanguage()))
                .findFirst()
                .ifPresent(this::speak);
        reload();
    }

    /** Shows the other of the two themes; which one is shown now only the browser knows where nobody has chosen yet. */
    public void switchTheme() {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "const page = document.documentElement; const next = page.getAttribute('theme') === $0 ? $1 : $0;"
                                + "page.setAttribute('theme', next); return next;",
                        DARK,
                        LIGHT)
                .then(String.class, next -> setOwn(THEME, DARK.equals(next) ? DARK : LIGHT));
    }

    public void switchDensity() {
        setOwn(DENSITY, isRoomy() ? DENSE : ROOMY);
        UI.getCurrent().getPage().executeJs("document.documentElement.dataset.density = $0", density());
    }

    public void switchNavigation() {
        setOwn(NAVIGATION, isNavigationNarrow() ? WIDE : NARROW);
    }

    /** Which columns the person chose for lists of the type, as they were kept; empty where nothing was. */
    public String columns(String type) {
        return own(COLUMNS + type, "");
    }

    /** Keeps which columns lists of the type show where no saved view says it; empty for the usual ones. */
    public void keepColumns(String type, String columns) {
        setOwn(COLUMNS + type, columns.isEmpty() ? null : columns);
    }

    /** Speaks this language from the next page on, and remembers it for the person. */
    public void speak(Locale language) {
        session.setLocale(language);
        session.setAttribute(LANGUAGE, language.getLanguage());
        if (person().isPresent()) {
            setOwn(LANGUAGE, language.getLanguage());
        }
    }

    /** Called when somebody has signed in: a language chosen before stays, else the person's own comes. */
    void signedIn() {
        Object chosen = session.getAttribute(LANGUAGE);
        if (chosen != null) {
            setOwn(LANGUAGE, chosen.toString());
        } else {
            known(own(LANGUAGE, null)).ifPresent(session::setLocale);
        }
    }

    /** The language of a session that has just begun. */
    public static Locale atFirst(Settings settings, Locale browser) {
        return known(settings.get(Settings.LANGUAGE, null))
                .or(() -> known(browser == null ? null : browser.getLanguage()))
                .orElse(Locale.ENGLISH);
    }

    /** The language of this tag, if the product speaks it. */
    public static Optional<Locale> known(String tag) {
        return tag == null
                ? Optional.empty()
                : Messages.LOCALES.stream()
                        .filter(language -> language.getLanguage().equals(tag))
                        .findFirst();
    }

    /** Value of the attribute {@code theme} of the page; empty where the person has not chosen: then the system's. */
    public Optional<String> theme() {
        return Optional.ofNullable(own(THEME, null));
    }

    /** Value of the attribute {@code data-density} of the page. */
    public String density() {
        return isRoomy() ? ROOMY : DENSE;
    }

    private static void reload() {
        UI.getCurrent()
                .getPage()
                .executeJs("const url = new URL(location.href); url.searchParams.delete('lang');"
                        + "url.href === location.href ? location.reload() : location.replace(url.href);");
    }

    private String own(String key, String otherwise) {
        return person().map(caller -> settings.own(caller, key, otherwise)).orElse(otherwise);
    }

    private void setOwn(String key, String value) {
        person().ifPresent(caller -> settings.setOwn(caller, key, value));
    }

    private Optional<Caller> person() {
        return SignedIn.of(session).map(SignedIn::caller);
    }
}
