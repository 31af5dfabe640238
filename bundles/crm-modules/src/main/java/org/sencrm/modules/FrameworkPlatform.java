package org.sencrm.modules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.sencrm.modules.pack.Neighbours;
import org.sencrm.modules.pack.Neighbours.Resident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The OSGi framework itself. A module's bundles are known by their location in the home; they are started transiently, so
 * that at a restart none of them runs before the module service says so.
 */
final class FrameworkPlatform implements Platform {

    private static final Logger LOG = LoggerFactory.getLogger(FrameworkPlatform.class);
    private static final int REFRESH_SECONDS = 60;
    private static final Pattern LAMBDA = Pattern.compile("\\$\\$Lambda.*$");

    private final BundleContext context;
    private final String prefix;
    private final DryRun dryRun;
    private final ServiceBorder border = new ServiceBorder(new ServicePlaces());
    private final ModuleThreads threads;

    /** @param prefix how the locations of all bundles of modules begin, and those of no others */
    FrameworkPlatform(BundleContext context, String prefix) {
        this.context = context;
        this.prefix = prefix;
        this.dryRun = new DryRun(context);
        this.threads = new ModuleThreads(prefix, this::brings);
        context.registerService(
                new String[] {FindHook.class.getName(), EventListenerHook.class.getName()}, border, null);
    }

    @Override
    public Set<String> installed() {
        return ours().stream().map(Bundle::getLocation).collect(Collectors.toSet());
    }

    private List<Bundle> ours() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getLocation().startsWith(prefix))
                .toList();
    }

    /** Whom a package would meet: these modules, and all that is no module. */
    Neighbours around(Map<String, Resident> modules) {
        Set<String> names = new HashSet<>();
        Set<String> locations = new HashSet<>();
        Set<String> packages = new HashSet<>();
        for (Bundle bundle : context.getBundles()) {
            if (!bundle.getLocation().startsWith(prefix) && bundle.getSymbolicName() != null) {
                names.add(bundle.getSymbolicName());
                locations.add(bundle.getLocation());
                BundleRevision revision = bundle.adapt(BundleRevision.class);
                revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .map(offered -> offered.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
                        .forEach(name -> packages.add(String.valueOf(name)));
            }
        }
        return new Neighbours(modules, names, locations, packages);
    }

    @Override
    public Optional<String> version(String bundle) {
        return named(bundle).map(found -> found.getVersion().toString());
    }

    private Optional<Bundle> named(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .max(Comparator.comparing(Bundle::getVersion));
    }

    @Override
    public boolean isRunning(String location) {
        return runs(context.getBundle(location));
    }

    @Override
    public boolean runs(String bundle) {
        return runs(named(bundle).orElse(null));
    }

    private static boolean runs(Bundle bundle) {
        return bundle != null && bundle.getState() == (isFragment(bundle) ? Bundle.RESOLVED : Bundle.ACTIVE);
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }

    @Override
    public OptionalLong number(String location) {
        Bundle bundle = context.getBundle(location);
        return bundle == null ? OptionalLong.empty() : OptionalLong.of(bundle.getBundleId());
    }

    @Override
    public void install(Collection<Release.Part> parts, boolean ours) throws BundleException {
        for (Release.Part part : parts) {
            Bundle bundle = context.installBundle(part.location());
            if (!part.name().equals(bundle.getSymbolicName())) {
                bundle.uninstall();
                throw new BundleException("the bundle " + part.label() + " has another name inside");
            }
            if (!ours) {
                border.watch(bundle, threads.module(part.location()));
            }
        }
    }

    @Override
    public String module(String location) {
        return threads.module(location);
    }

    @Override
    public Map<String, String> trespassers() {
        return border.trespassers();
    }

    private boolean brings(String module, String className) {
        // the class of a lambda is made at run time and named after the one in which it stands
        String file = LAMBDA.matcher(className).replaceFirst("").replace('.', '/') + ".class";
        return ours().stream()
                .filter(bundle -> module.equals(threads.module(bundle.getLocation())))
                .anyMatch(bundle -> bundle.getEntry(file) != null);
    }

    @Override
    public Map<String, Integer> threads() {
        return threads.count();
    }

    @Override
    public int endThreads(String module) {
        return threads.end(module);
    }

    @Override
    public void start(Release.Part part, Duration limit) throws Exception {
        Bundle bundle = context.getBundle(part.location());
        if (bundle == null) {
            throw new BundleException("the bundle " + part.label() + " is not installed");
        }
        if (!isFragment(bundle)) {
            // the threads that the resolver makes for itself are not to be the module's
            wiring().resolveBundles(List.of(bundle));
            threads.run(part.location(), "start " + part.name(), limit, () -> {
                bundle.start(Bundle.START_TRANSIENT);
                return null;
            });
        }
    }

    @Override
    public void stop(String location, Duration limit) throws Exception {
        Bundle bundle = context.getBundle(location);
        if (bundle != null && !isFragment(bundle)) {
            threads.run(location, "stop " + bundle.getSymbolicName(), limit, () -> {
                bundle.stop(Bundle.STOP_TRANSIENT);
                return null;
            });
        }
    }

    @Override
    public void remove(Collection<String> locations, Duration limit) throws Exception {
        for (String location : locations) {
            Bundle bundle = context.getBundle(location);
            if (bundle != null) {
                threads.run(location, "uninstall " + bundle.getSymbolicName(), limit, () -> {
                    bundle.uninstall();
                    return null;
                });
                border.forget(bundle);
            }
        }
        refreshPending();
    }

    /** Importers of packages of a bundle that is gone keep the old wiring, and the old classes, until they are refreshed. */
    private void refreshPending() throws InterruptedException {
        Collection<Bundle> pending = wiring().getRemovalPendingBundles();
        if (pending.isEmpty()) {
            return;
        }
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring().refreshBundles(pending, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("{} bundles are still being wired anew after {} s", pending.size(), REFRESH_SECONDS);
        }
    }

    @Override
    public List<String> rewired(Collection<String> locations) {
        return touched(locations).stream().map(Bundle::getSymbolicName).sorted().toList();
    }

    private List<Bundle> touched(Collection<String> locations) {
        Set<Bundle> going = bundles(locations);
        Set<Bundle> start = new HashSet<>(going);
        start.addAll(wiring().getRemovalPendingBundles());
        return wiring().getDependencyClosure(start).stream()
                .filter(bundle -> !going.contains(bundle) && bundle.getState() != Bundle.UNINSTALLED)
                .toList();
    }

    private Set<Bundle> bundles(Collection<String> locations) {
        return locations.stream()
                .map(context::getBundle)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, String> lacking(Collection<String> going, Collection<Release.Part> coming) {
        List<Bundle> touched = new ArrayList<>(touched(going));
        touched.retainAll(ours());
        return dryRun.lacking(bundles(going), touched, coming);
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }
}
