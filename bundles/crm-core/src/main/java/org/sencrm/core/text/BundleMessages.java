package org.sencrm.core.text;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.sencrm.api.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts of every bundle with the header {@code CRM-Module} or {@code CRM-Messages: true}, for as long as the bundle
 * runs. A text without arguments is given as it stands in the file; one with arguments follows the rules of {@link
 * java.text.MessageFormat}. Where two bundles have the same key the older bundle's text counts, so that a module cannot
 * rewrite the product. Behind them all stand the texts that people write.
 */
@Component(service = {Messages.class, LiveTexts.class})
public final class BundleMessages implements Messages, LiveTexts, BundleTrackerCustomizer<Long> {

    private static final Logger LOG = LoggerFactory.getLogger(BundleMessages.class);
    private static final String FOLDER = "OSGI-INF/l10n";

    private final BundleTracker<Long> tracker;
    private final SortedMap<Long, MessageFiles> byBundle = new TreeMap<>();
    private final Map<String, MessageFiles> byOwner = new TreeMap<>();
    private volatile Texts texts = new Texts(List.of());

    @Activate
    public BundleMessages(BundleContext context) {
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

    @Override
    public String text(Locale locale, String key, Object... arguments) {
        return texts.text(locale, key, arguments);
    }

    @Override
    public boolean has(Locale locale, String key) {
        return texts.has(locale, key);
    }

    @Override
    public Long addingBundle(Bundle bundle, BundleEvent event) {
        Dictionary<String, String> headers = bundle.getHeaders("");
        if (headers.get("CRM-Module") == null && !"true".equals(headers.get("CRM-Messages"))) {
            return null;
        }
        Enumeration<URL> files = bundle.findEntries(FOLDER, "*.properties", false);
        if (files == null) {
            return null;
        }
        try {
            keep(bundle.getBundleId(), MessageFiles.read(Collections.list(files)));
            return bundle.getBundleId();
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("The texts of {} cannot be read", bundle.getSymbolicName(), e);
            return null;
        }
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Long id) {
        // from starting to active: nothing changes
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Long id) {
        keep(id, null);
    }

    private synchronized void keep(long bundle, MessageFiles files) {
        if (files == null) {
            byBundle.remove(bundle);
        } else {
            byBundle.put(bundle, files);
        }
        collect();
    }

    @Override
    public synchronized void keep(String owner, Map<String, Map<String, String>> written) {
        MessageFiles files = MessageFiles.of(written);
        MessageFiles before = written.isEmpty() ? byOwner.remove(owner) : byOwner.put(owner, files);
        if (before != null || !written.isEmpty()) {
            collect();
        }
    }

    private void collect() {
        texts = new Texts(Stream.concat(byBundle.values().stream(), byOwner.values().stream())
                .toList());
    }
}
