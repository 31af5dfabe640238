package org.sencrm.vietnam;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.sencrm.api.text.Messages;

/** The module's own message files. */
final class TestMessages implements Messages {

    @Override
    public String text(Locale locale, String key, Object... arguments) {
        return load(locale).getProperty(key, key);
    }

    @Override
    public boolean has(Locale locale, String key) {
        return load(locale).containsKey(key);
    }

    static Properties load(Locale locale) {
        String file = "/OSGI-INF/l10n/messages_" + locale.getLanguage() + ".properties";
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(TestMessages.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
