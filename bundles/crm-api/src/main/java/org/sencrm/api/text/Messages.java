package org.sencrm.api.text;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Texts of the product and its modules. A module keeps them in {@code OSGI-INF/l10n/messages_en.properties} and
 * {@code messages_vi.properties} (UTF-8) of its bundles; keys are shared by all modules, so a module's own keys begin with
 * its types or its word. Thread safe; the texts of a module go with it.
 */
@ProviderType
public interface Messages {

    /** The languages of the product: Vietnamese and English. */
    List<Locale> LOCALES = List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH);

    /**
     * The text in the language, else in English, else the key itself.
     *
     * @param arguments fill {@code {0}} … as in {@link java.text.MessageFormat}; numbers in the locale's format
     */
    String text(Locale locale, String key, Object... arguments);

    boolean has(Locale locale, String key);

    /** Label of one record of a type, e.g. "Account". */
    default String one(Locale locale, String type) {
        return text(locale, "type." + type);
    }

    /** Label of many records of a type, e.g. "Accounts". */
    default String many(Locale locale, String type) {
        return text(locale, "type." + type + ".plural");
    }

    /** Label of a field: the type's own, else the one that all types share. */
    default String field(Locale locale, String type, String field) {
        String own = type + "." + field;
        return has(locale, own) ? text(locale, own) : text(locale, "field." + field);
    }
}
