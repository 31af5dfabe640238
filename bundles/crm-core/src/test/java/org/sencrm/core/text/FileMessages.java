package org.sencrm.core.text;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sencrm.api.text.Messages;

/** The core's own texts, read from its message files without a framework. */
public final class FileMessages implements Messages, LiveTexts {

    private final MessageFiles files;
    private final Map<String, MessageFiles> live = new TreeMap<>();
    private volatile Texts texts;

    public FileMessages() {
        try {
            List<URL> files = Stream.of("messages_en", "messages_vi", "import_en", "engine_en", "engine_vi")
                    .map(name -> getClass().getResource("/OSGI-INF/l10n/" + name + ".properties"))
                    .filter(Objects::nonNull)
                    .toList();
            this.files = MessageFiles.read(files);
            texts = new Texts(List.of(this.files));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void keep(String owner, Map<String, Map<String, String>> written) {
        live.put(owner, MessageFiles.of(written));
        texts = new Texts(
                Stream.concat(Stream.of(files), live.values().stream()).toList());
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
