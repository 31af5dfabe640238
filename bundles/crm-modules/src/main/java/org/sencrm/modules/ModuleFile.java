package org.sencrm.modules;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The file of a bundle that is not installed, of which only the texts are read. */
final class ModuleFile {

    private ModuleFile() {}

    /** The text of this key in the language; empty where the file has none. */
    static Optional<String> text(URL file, Locale locale, String key) throws IOException {
        String wanted = "OSGI-INF/l10n/messages_" + locale.getLanguage() + ".properties";
        try (ZipInputStream entries = new ZipInputStream(file.openStream())) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(wanted)) {
                    Properties texts = new Properties();
                    texts.load(new InputStreamReader(entries, StandardCharsets.UTF_8));
                    return Optional.ofNullable(texts.getProperty(key));
                }
            }
        }
        return Optional.empty();
    }
}
