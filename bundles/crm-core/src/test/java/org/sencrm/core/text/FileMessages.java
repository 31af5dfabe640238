package org.sencrm.core.text;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.sencrm.api.text.Messages;

/** The core's own texts, read from its message files without a framework. */
public final class FileMessages implements Messages {

    private final Texts texts;

    public FileMessages() {
        try {
            List<URL> files = Stream.of("messages_en", "messages_vi", "import_en", "engine_en", "engine_vi")
                    .map(name -> getClass().getResource("/OSGI-INF/l10n/" + name + ".properties"))
                    .filter(Objects::nonNull)
                    .toList();
            texts = new Texts(List.of(MessageFiles.read(files)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String text(Locale locale, String key, Object... arguments) {
        return texts.text(locale, key, arguments);
    }

    @Override
    public boolean has(Locale locale, String key) {
        return texts.has(locale, key);
    }
}
