package org.sencrm.ui.field;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.sencrm.api.text.Messages;

/** The texts of the message files of this bundle, as the product finds them. */
public final class FileTexts implements Messages {

    public static final Locale VI = Locale.forLanguageTag("vi");

    private final Properties extra = new Properties();

    public FileTexts with(String key, String text) {
        extra.setProperty(key, text);
        return this;
    }

    @Override
    public String text(Locale locale, String key, Object... arguments) {
        String text = find(locale, key);
        if (text == null) {
            return key;
        }
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    @Override
    public boolean has(Locale locale, String key) {
        return find(locale, key) != null;
    }

    private String find(Locale locale, String key) {
        String own =
                file("views", locale).getProperty(key, file("messages", locale).getProperty(key));
        return own == null ? extra.getProperty(key) : own;
    }

    public static Properties file(String name, Locale locale) {
        String path = "/OSGI-INF/l10n/" + name + "_" + locale.getLanguage() + ".properties";
        Properties texts = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(FileTexts.class.getResourceAsStream(path)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
