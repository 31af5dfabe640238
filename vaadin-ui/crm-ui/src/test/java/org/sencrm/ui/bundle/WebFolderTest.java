package org.sencrm.ui.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class WebFolderTest {

    @TempDir
    private Path bundle;

    @Test
    void whatBrowsersMayLoadIsKnownByItsPath() throws IOException {
        write("web/acme.js", "1");
        write("web/map/pin.SVG", "<svg/>");
        write("help/images/a.png", "x");

        WebFolder folder = WebFolder.read(bundle());

        assertEquals(
                "text/javascript; charset=utf-8",
                folder.file("acme.js").orElseThrow().type());
        assertEquals("image/svg+xml", folder.file("map/pin.SVG").orElseThrow().type());
        assertEquals("image/png", folder.file("help/images/a.png").orElseThrow().type());
    }

    @Test
    void nothingElseOfTheBundleIsReached() throws IOException {
        write("web/acme.js", "1");
        write("web/page.html", "<script>");
        write("web/Secret.class", "x");
        write("web/noEnding", "x");
        write("help/en/index.md", "# x");
        write("secret.js", "x");

        WebFolder folder = WebFolder.read(bundle());

        for (String path : List.of(
                "page.html",
                "Secret.class",
                "noEnding",
                "help/en/index.md",
                "../secret.js",
                "map/../acme.js",
                "/acme.js",
                "acme.js/",
                "./acme.js",
                "..\\secret.js",
                "%2e%2e/secret.js",
                "")) {
            assertTrue(folder.file(path).isEmpty(), path);
        }
    }

    @Test
    void onlyWhatIsSetAsideIsForThoseWhoAreNotSignedIn() {
        assertTrue(WebFolder.isPublic("public/key.js"));
        for (String path : List.of("key.js", "map/public/key.js", "publicity.js", "public", "help/images/a.png")) {
            assertFalse(WebFolder.isPublic(path), path);
        }
    }

    @Test
    void theVersionFollowsContentAndNames() throws IOException {
        write("web/acme.js", "1");
        String first = WebFolder.read(bundle()).version();

        assertEquals(first, WebFolder.read(bundle()).version());
        write("web/acme.js", "2");
        String second = WebFolder.read(bundle()).version();
        write("web/other.js", "2");
        assertNotEquals(first, second);
        assertNotEquals(second, WebFolder.read(bundle()).version());
    }

    @Test
    void pagesOfHelpAreReadInTheirLanguages() throws IOException {
        write("help/en/index.md", "# Leads\n\n## Stages");
        write("help/vi/index.md", "# Đầu mối");
        write("help/notes.md", "# Not a page");

        List<HelpPage> pages = ModuleFiles.read(bundle()).pages();

        assertEquals(
                List.of("en Leads", "vi Đầu mối"),
                pages.stream()
                        .map(page -> page.language() + " " + page.title())
                        .sorted()
                        .toList());
        assertTrue(pages.stream().allMatch(page -> page.module().equals("acme") && page.isFirst()));
        assertTrue(
                pages.stream().allMatch(page -> page.folder().matches("/ui/web/acme-ui/[0-9a-f]{16}/help/(en|vi)/")));
    }

    private void write(String path, String content) throws IOException {
        Path file = bundle.resolve("OSGI-INF").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** A bundle whose content lies in a folder. */
    private Bundle bundle() {
        Hashtable<String, String> headers = new Hashtable<>();
        headers.put("Bundle-SymbolicName", "acme-ui");
        return (Bundle) Proxy.newProxyInstance(
                WebFolderTest.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "findEntries" -> entries((String) arguments[0], (String) arguments[1]);
                    case "getSymbolicName" -> "acme-ui";
                    case "getHeaders" -> headers;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Enumeration<URL> entries(String folder, String pattern) throws IOException {
        Path start = bundle.resolve(folder.substring(1));
        if (!Files.isDirectory(start)) {
            return null;
        }
        try (Stream<Path> files = Files.walk(start)) {
            return Collections.enumeration(files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(pattern.substring(1)))
                    .map(WebFolderTest::url)
                    .toList());
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
