package org.sencrm.ui.bundle;

import java.io.IOException;
import java.text.Collator;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that bundles bring for readers and browsers, as long as they run: pages of help in {@code
 * OSGI-INF/help/<language>/<page>.md} and files for the web in {@code OSGI-INF/web} of every bundle with the header {@code
 * CRM-Module} or {@code CRM-Messages: true}. Thread safe.
 */
@Component(service = ModuleBundles.class)
public class ModuleBundles implements BundleTrackerCustomizer<ModuleFiles> {

    /** Below this path of the server lie the files for the web. */
    public static final String ADDRESS = "/ui/web/";

    private static final Logger LOG = LoggerFactory.getLogger(ModuleBundles.class);

    private final BundleTracker<ModuleFiles> tracker;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public ModuleBundles(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
    }

    @Activate
    void open() {
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    /** Told when files came or went, on the thread that starts or stops the bundle. */
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    /** Tells the listener no more. */
    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /**
     * The pages of help, each once: in this language where it is written in it, else in English, else in any. In the order of
     * the bundles, the oldest first; of one module its first page, then the others by title.
     */
    public List<HelpPage> pages(Locale locale) {
        Map<String, Map<String, HelpPage>> byModule = new LinkedHashMap<>();
        inOrder().stream()
                .flatMap(files -> files.pages().stream())
                .forEach(page -> byModule.computeIfAbsent(page.module(), module -> new HashMap<>())
                        .merge(
                                page.name(),
                                page,
                                (one, other) -> rank(one, locale) <= rank(other, locale) ? one : other));
        Comparator<HelpPage> order = Comparator.comparing(HelpPage::isFirst)
                .reversed()
                .thenComparing(HelpPage::title, Collator.getInstance(locale));
        return byModule.values().stream()
                .flatMap(pages -> pages.values().stream().sorted(order))
                .toList();
    }

    /**
     * The address of a file of a bundle.
     *
     * @param path as in {@code OSGI-INF/web}
     * @return empty where there is no such file
     */
    public Optional<String> address(Bundle bundle, String path) {
        return Optional.ofNullable(tracker.getObject(bundle))
                .filter(files -> files.web().file(path).isPresent())
                .map(files -> files.address(path));
    }

    /**
     * The file at an address below {@link #ADDRESS}; empty where nothing is there, or not in that version.
     *
     * @param toEverybody whether only what everybody may load is looked at
     */
    public Optional<WebFile> file(String address, boolean toEverybody) {
        String[] parts = address.split("/", 3);
        return parts.length < 3 || toEverybody && !WebFolder.isPublic(parts[2])
                ? Optional.empty()
                : inOrder().stream()
                        .filter(files -> files.bundle().equals(parts[0])
                                && files.web().version().equals(parts[1]))
                        .findFirst()
                        .flatMap(files -> files.web().file(parts[2]));
    }

    @Override
    public ModuleFiles addingBundle(Bundle bundle, BundleEvent event) {
        Dictionary<String, String> headers = bundle.getHeaders("");
        if (headers.get("CRM-Module") == null && !"true".equals(headers.get("CRM-Messages"))) {
            return null;
        }
        try {
            ModuleFiles files = ModuleFiles.read(bundle);
            if (files.isEmpty()) {
                return null;
            }
            listeners.forEach(Runnable::run);
            return files;
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.error("The files of {} for help and the web cannot be read", bundle.getSymbolicName(), unreadable);
            return null;
        }
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, ModuleFiles files) {
        // from starting to active: nothing changes
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, ModuleFiles files) {
        listeners.forEach(Runnable::run);
    }

    private List<ModuleFiles> inOrder() {
        return tracker.getTracked().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static int rank(HelpPage page, Locale locale) {
        return page.language().equals(locale.getLanguage())
                ? 0
                : page.language().equals(Locale.ENGLISH.getLanguage()) ? 1 : 2;
    }
}
