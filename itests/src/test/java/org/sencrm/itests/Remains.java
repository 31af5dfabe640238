package org.sencrm.itests;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleReference;
import org.osgi.framework.wiring.BundleWiring;

/** Counts, from inside of the process, what modules could leave behind. */
final class Remains {

    private static final String THREAD = "thread ";
    private static final String GROUP = "module ";
    private static final Pattern MODULE = Pattern.compile("/modules/([^/]+)/");

    private final BundleContext context;
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    Remains(BundleContext context) {
        this.context = context;
    }

    /** Remembers the class loaders of the bundles of a module, without holding on to them. */
    void follow(String module) {
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring != null && bundle.getLocation().contains("/modules/" + module + "/")) {
                loaders.add(new WeakReference<>(wiring.getClassLoader()));
            }
        }
    }

    int followed() {
        return loaders.size();
    }

    /** Class loaders that are still there although everything was collected. */
    long loadersLeft() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        long left = loaders.size();
        while (left > 0 && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(200);
            left = loaders.stream().filter(loader -> loader.get() != null).count();
        }
        return left;
    }

    /** By kind how many there are now of what is counted; bundles, threads by name, services by type, MBeans. */
    Map<String, Integer> counts() throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        counts.put("bundles", context.getBundles().length);
        counts.put("MBeans", ManagementFactory.getPlatformMBeanServer().getMBeanCount());
        for (var reference : context.getAllServiceReferences(null, null)) {
            String type = String.join(",", (String[]) reference.getProperty("objectClass"));
            counts.merge("service " + type, 1, Integer::sum);
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            String owner = owner(thread);
            if (owner != null || isSteady(thread)) {
                String name = thread.getName().replaceAll("[0-9]+", "#");
                counts.merge(THREAD + (owner == null ? name : "of " + owner + ": " + name), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** The module in whose group a thread was begun, or whose class loader it was given; null for one of the product. */
    private static String owner(Thread thread) {
        for (ThreadGroup group = thread.getThreadGroup(); group != null; group = group.getParent()) {
            if (group.getName().startsWith(GROUP)) {
                return group.getName().substring(GROUP.length());
            }
        }
        if (thread.getContextClassLoader() instanceof BundleReference reference && reference.getBundle() != null) {
            Matcher module = MODULE.matcher(reference.getBundle().getLocation());
            return module.find() ? module.group(1) : null;
        }
        return null;
    }

    /**
     * What is not as it was counted before, once what ends by itself has had time for it: more or fewer of anything, but
     * not fewer threads, as idle ones of the platform may end.
     */
    Set<String> differences(Map<String, Integer> before) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Set<String> found = compare(before, counts());
        while (!found.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(200);
            found = compare(before, counts());
        }
        return found;
    }

    private static Set<String> compare(Map<String, Integer> before, Map<String, Integer> now) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        Set<String> found = new TreeSet<>();
        for (String name : names) {
            int more = now.getOrDefault(name, 0) - before.getOrDefault(name, 0);
            if (more > 0 || more < 0 && !name.startsWith(THREAD)) {
                found.add(name + ": " + more);
            }
        }
        return found;
    }

    /** Pools of the product and of Java itself breathe with the work of the moment; those of modules are told by their owner. */
    private static boolean isSteady(Thread thread) {
        return Stream.of(
                        "qtp",
                        "HttpClient",
                        "pool-",
                        "PromiseFactory",
                        "ForkJoinPool",
                        "crm-job",
                        "crm-health",
                        "RMI",
                        "Attach",
                        "Keep-Alive")
                .noneMatch(thread.getName()::startsWith);
    }

    /** Megabytes in use once everything is collected. */
    static double usedMegabytes() throws InterruptedException {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(200);
            least = Math.min(
                    least,
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1048576.0);
        }
        return least;
    }
}
