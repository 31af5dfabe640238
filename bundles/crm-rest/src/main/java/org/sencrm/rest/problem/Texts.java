package org.sencrm.rest.problem;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of this bundle. Read from its own files and not through {@link org.sencrm.api.text.Messages}: the door must
 * be able to say why it stays shut while the core is away.
 */
public final class Texts {

    private static final String FILES = "OSGI-INF.l10n.messages";

    private Texts() {}

    /** The text in the language, else in English; arguments fill its {@code {0}} … */
    public static String text(Locale locale, String key, Object... arguments) {
        Locale spoken = "vi".equals(locale.getLanguage()) ? locale : Locale.ENGLISH;
        ResourceBundle texts = ResourceBundle.getBundle(
                FILES,
                spoken,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }
}
