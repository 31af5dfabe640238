package org.sencrm.modules.pack;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.VersionRange;

/** Which packages of the product a module needs, and in which versions: what all its bundles agree on. */
public final class ApiRange {

    private ApiRange() {}

    public static Map<String, String> of(Collection<BundleFacts> bundles) {
        Map<String, VersionRange> ranges = new TreeMap<>();
        for (BundleFacts bundle : bundles) {
            bundle.imports().forEach((name, range) -> {
                if (isApi(name)) {
                    ranges.merge(name, new VersionRange(range), VersionRange::intersection);
                }
            });
        }
        Map<String, String> texts = new TreeMap<>();
        ranges.forEach((name, range) -> texts.put(name, range.toString()));
        return texts;
    }

    static boolean isApi(String name) {
        return name.startsWith("org.sencrm.api.") || name.equals("org.sencrm.record") || isScreenApi(name);
    }

    static boolean isScreenApi(String name) {
        return name.equals("org.sencrm.ui.api");
    }
}
