package org.sencrm.core.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sencrm.api.text.Messages;
import org.sencrm.core.support.ModuleFiles;

/** The texts of the core and of modules, read from their message files without a framework. */
public final class FileMessages implements Messages, LiveTexts {

    private final List<MessageFiles> files = new ArrayList<>();
    private final Map<String, MessageFiles> live = new TreeMap<>();
    private volatile Texts texts;

    public FileMessages() {
        add(ModuleFiles.of(Texts.class));
    }

    /** What people read, {@code messages_*.properties}, of one module by itself: by language and key. */
    public static Map<String, Map<String, String>> labels(ModuleFiles module) {
        return read(module.texts().stream()
                        .filter(file -> file.getPath().contains("/messages_"))
                        .toList())
                .byLanguage();
    }

    /** Takes in the texts of a module, too. */
    public synchronized void add(ModuleFiles module) {
        files.add(read(module.texts()));
        readAnew();
    }

    private static MessageFiles read(List<URL> files) {
        try {
            return MessageFiles.read(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void keep(String owner, Map<String, Map<String, String>> written) {
        live.put(owner, MessageFiles.of(written));
        readAnew();
    }

    private void readAnew() {
        texts = new Texts(Stream.concat(files.stream(), live.values().stream()).toList());
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
