package org.sencrm.modules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;

/**
 * Knows which threads are of which module: those whose class is the module's, and those that inherited its group or its
 * context class loader and run its code or wait in a pool. A thread that is inside the module for a while, such as one of
 * the web server, is none of them, nor is one that the platform made for itself while the module started.
 */
final class ModuleThreads {

    private static final String GROUP = "module ";

    /** Room for threads that begin while they are counted. */
    private static final int ROOM = 64;

    private final String prefix;

    /** By module; they stay, as an empty group cannot be told from one that is about to be used. */
    private final Map<String, ThreadGroup> groups = new ConcurrentHashMap<>();

    private final BiPredicate<String, String> owns;

    /**
     * @param prefix how the locations of all bundles of modules begin
     * @param owns whether the module, by its id, brings the class, by its name
     */
    ModuleThreads(String prefix, BiPredicate<String, String> owns) {
        this.prefix = prefix;
        this.owns = owns;
    }

    /** The module whose bundle lies there. */
    String module(String location) {
        String rest = location.substring(prefix.length());
        return rest.substring(0, rest.indexOf('/'));
    }

    /**
     * Does work of the module on a thread of the module's.
     *
     * @param location of the bundle that it is about
     * @param what names the thread, for whoever looks at a stuck product
     * @throws java.util.concurrent.TimeoutException where it takes longer; the thread is ended as far as it can be
     */
    void run(String location, String what, Duration limit, Callable<?> work) throws Exception {
        String module = module(location);
        ThreadGroup group = groups.computeIfAbsent(module, ModuleThreads::group);
        TimeLimit.run(
                task -> {
                    Thread thread = new Thread(group, task, what);
                    thread.setDaemon(true);
                    return thread;
                },
                limit,
                late -> endOf(module).of(List.of(late)),
                work);
    }

    /** Below the root, which lives as long as the process: a group of daemons ends with its last thread, and all below it. */
    private static ThreadGroup group(String module) {
        return new ThreadGroup(root(), GROUP + module);
    }

    private ThreadEnd endOf(String module) {
        return new ThreadEnd(new OwnCode(name -> owns.test(module, name)));
    }

    Map<String, Integer> count() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Thread thread : all()) {
            String owner = owner(thread);
            if (owner != null) {
                counts.merge(owner, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** @return how many could not be ended */
    int end(String module) {
        List<Thread> left = new ArrayList<>();
        for (Thread thread : all()) {
            // one that waits in a pool without work is not told from one that the platform made for itself
            if (module.equals(owner(thread)) && OwnCode.work(thread) != null && thread != Thread.currentThread()) {
                left.add(thread);
            }
        }
        return left.isEmpty() ? 0 : endOf(module).of(left);
    }

    private static List<Thread> all() {
        ThreadGroup root = root();
        Thread[] found = new Thread[root.activeCount() + ROOM];
        int count = root.enumerate(found, true);
        return Arrays.stream(found, 0, count).filter(Objects::nonNull).toList();
    }

    /** Null for a thread of the product. */
    private String owner(Thread thread) {
        String ofClass = owner(thread.getClass().getClassLoader());
        if (ofClass != null) {
            return ofClass;
        }
        String inherited = inherited(thread);
        if (inherited == null) {
            return null;
        }
        String work = OwnCode.work(thread);
        // what the platform began on behalf of the module stays the platform's
        return work == null || owns.test(inherited, work) ? inherited : null;
    }

    private static ThreadGroup root() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    private String inherited(Thread thread) {
        for (ThreadGroup group = thread.getThreadGroup(); group != null; group = group.getParent()) {
            if (group.getName().startsWith(GROUP)) {
                return group.getName().substring(GROUP.length());
            }
        }
        return owner(thread.getContextClassLoader());
    }

    private String owner(ClassLoader loader) {
        if (loader instanceof BundleReference reference) {
            Bundle bundle = reference.getBundle();
            if (bundle != null && bundle.getLocation().startsWith(prefix)) {
                return module(bundle.getLocation());
            }
        }
        return null;
    }
}
