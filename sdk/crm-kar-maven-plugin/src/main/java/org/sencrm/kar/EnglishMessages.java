package org.sencrm.kar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.sencrm.api.text.Messages;

/** The product's own words for what is wrong with a package, in the language of builds. */
final class EnglishMessages implements Messages {

    private static final String FILE = "OSGI-INF/l10n/messages_en.properties";

    private final Properties texts = new Properties();

    EnglishMessages() {
        try (InputStream in = Messages.class.getClassLoader().getResourceAsStream(FILE)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String text(Locale locale, String key, Object... arguments) {
        return new MessageFormat(texts.getProperty(key, key), Locale.ENGLISH).format(arguments);
    }

    @Override
    public boolean has(Locale locale, String key) {
        return texts.containsKey(key);
    }
}
