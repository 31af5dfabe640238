package org.sencrm.ui.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.Bundle;

/**
 * The files of one bundle that browsers may load: what lies in {@code OSGI-INF/web}, and the pictures of its help. Each is
 * known by its name beforehand, so an address can name nothing else in the bundle. Immutable.
 */
final class WebFolder {

    static final String HELP = "help/";

    private static final String PUBLIC = "public/";
    private static final String WEB = "/OSGI-INF/web/";
    private static final String HELP_FOLDER = "/OSGI-INF/help/";
    private static final int VERSION_BYTES = 8;

    /** Nothing that a browser would show as a page of its own that runs scripts. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff2", "font/woff2"));

    private final SortedMap<String, WebFile> files;
    private final String version;

    private WebFolder(SortedMap<String, WebFile> files, String version) {
        this.files = files;
        this.version = version;
    }

    static WebFolder read(Bundle bundle) throws IOException {
        SortedMap<String, WebFile> files = new TreeMap<>();
        collect(bundle, WEB, "", files);
        collect(bundle, HELP_FOLDER, HELP, files);
        return new WebFolder(files, version(files));
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Another one as soon as the content of any file is another. */
    String version() {
        return version;
    }

    Optional<WebFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Whether somebody may load it who is not signed in. */
    static boolean isPublic(String path) {
        return path.startsWith(PUBLIC);
    }

    private static void collect(Bundle bundle, String folder, String prefix, SortedMap<String, WebFile> files) {
        Enumeration<URL> found = bundle.findEntries(folder, "*", true);
        if (found == null) {
            return;
        }
        for (URL file : Collections.list(found)) {
            String path = file.getPath();
            String type = TYPES.get(ending(path));
            int start = path.indexOf(folder);
            if (type != null && start >= 0) {
                files.put(prefix + path.substring(start + folder.length()), new WebFile(type, file));
            }
        }
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String version(SortedMap<String, WebFile> files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, WebFile> file : files.entrySet()) {
                digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                try (InputStream content = file.getValue().content().openStream()) {
                    digest.update(content.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
