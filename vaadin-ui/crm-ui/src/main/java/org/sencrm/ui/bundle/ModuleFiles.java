package org.sencrm.ui.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.sencrm.api.module.ModuleId;

/**
 * What one running bundle brings for readers and browsers. Immutable.
 *
 * @param bundle its symbolic name
 * @param pages of help, in all languages
 */
record ModuleFiles(String bundle, WebFolder web, List<HelpPage> pages) {

    private static final String HELP = "/OSGI-INF/help/";
    private static final Pattern PAGE = Pattern.compile(".*" + HELP + "([a-z]{2})/([a-zA-Z0-9-]+)\\.md");

    static ModuleFiles read(Bundle bundle) throws IOException {
        WebFolder web = WebFolder.read(bundle);
        List<HelpPage> pages = new ArrayList<>();
        Enumeration<URL> files = bundle.findEntries(HELP, "*.md", true);
        if (files != null) {
            String module = ModuleId.of(bundle.getHeaders(""));
            String folder = address(bundle.getSymbolicName(), web, WebFolder.HELP);
            for (URL file : Collections.list(files)) {
                Matcher place = PAGE.matcher(file.getPath());
                if (place.matches()) {
                    pages.add(page(module, place.group(1), place.group(2), text(file), folder));
                }
            }
        }
        return new ModuleFiles(bundle.getSymbolicName(), web, List.copyOf(pages));
    }

    boolean isEmpty() {
        return web.isEmpty() && pages.isEmpty();
    }

    String address(String path) {
        return address(bundle, web, path);
    }

    private static String address(String bundle, WebFolder web, String path) {
        return ModuleBundles.ADDRESS + bundle + "/" + web.version() + "/" + path;
    }

    private static HelpPage page(String module, String language, String name, String markdown, String folder) {
        return new HelpPage(
                module,
                name,
                language,
                Markdown.title(markdown).orElse(name),
                Markdown.parts(markdown),
                markdown,
                folder + language + "/");
    }

    private static String text(URL file) throws IOException {
        try (InputStream content = file.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
