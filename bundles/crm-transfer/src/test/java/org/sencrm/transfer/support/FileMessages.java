package org.sencrm.transfer.support;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.sencrm.api.text.Messages;

/** The module's own message files, and whatever else a test says. */
public final class FileMessages implements Messages {

    private final Map<String, Properties> byLanguage = new HashMap<>();

    public FileMessages() {
        for (Locale locale : LOCALES) {
            byLanguage.put(locale.getLanguage(), load(locale.getLanguage()));
        }
    }

    public static Properties load(String language) {
        String name = "/OSGI-INF/l10n/messages_" + language + ".properties";
        try (Reader in = new InputStreamReader(FileMessages.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FileMessages with(String language, String key, String text) {
        byLanguage.get(language).setProperty(key, text);
        return this;
    }

    @Override
    public String text(Locale locale, String key, Object... arguments) {
        String text = find(locale, key);
        return text == null ? key : arguments.length == 0 ? text : MessageFormat.format(text, arguments);
    }

    @Override
    public boolean has(Locale locale, String key) {
        return find(locale, key) != null;
    }

    private String find(Locale locale, String key) {
        String own =
                byLanguage.getOrDefault(locale.getLanguage(), new Properties()).getProperty(key);
        return own == null ? byLanguage.get("en").getProperty(key) : own;
    }
}
