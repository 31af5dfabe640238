package org.sencrm.modules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.guard.ModuleAlarm;
import org.sencrm.api.health.HealthCheck;
import org.sencrm.api.text.Messages;
import org.sencrm.modules.pack.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the modules, on a thread of its own and as soon as there is a framework: their state lies in files, so nothing of
 * the core is waited for. Tells health whether the product is in safe mode, and takes out modules that hang.
 */
@Component(
        service = {ModuleHost.class, HealthCheck.class, ModuleAlarm.class},
        immediate = true)
public final class ModuleHost implements HealthCheck, ModuleAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleHost.class);

    final Home home;
    final Packages packages;
    final Platform platform;
    final States states;
    final Journal journal;
    final Runner runner;
    final SafeMode safeMode;

    /** Held while a module is changed. */
    final Object turn = new Object();

    final Quotas quotas = new Quotas(Clock.systemUTC());
    final ModuleWatch watch;

    private final AtomicReference<Duration> limit = new AtomicReference<>(Duration.ofSeconds(30));
    private final CountDownLatch setUp = new CountDownLatch(1);

    /** What is left of the start until areas followed a new product; null where nothing is. Guarded by the turn. */
    private Rest rest;

    private volatile boolean through;

    /**
     * Outside hosts that the package declares from which a bundle comes: also while its version is only starting.
     *
     * @param location of the bundle
     */
    List<String> hosts(String module, String location) {
        String folder = home.releases(module).toUri().toString();
        String versions = folder.endsWith("/") ? folder : folder + "/";
        int start = location.indexOf(versions);
        if (start < 0) {
            return List.of();
        }
        String version = location.substring(start + versions.length()).split("/")[0];
        return packages.stored(module, version)
                .map(release -> Declared.by(release).permissions().hosts())
                .orElse(List.of());
    }

    @Activate
    public ModuleHost(BundleContext context, @Reference Messages messages) {
        this(
                context,
                messages,
                new Home(Path.of(context.getProperty("sencrm.home")).toAbsolutePath()));
        // changes with every new copy of the product
        String product = String.valueOf(context.getBundle().getLastModified());
        Thread thread = new Thread(() -> start(product), "crm-modules start");
        thread.setDaemon(true);
        thread.start();
    }

    private ModuleHost(BundleContext context, Messages messages, Home home) {
        this(context, messages, home, new FrameworkPlatform(context, KarPackages.prefix(home)));
    }

    private ModuleHost(BundleContext context, Messages messages, Home home, FrameworkPlatform platform) {
        this(
                home,
                new Journal(home, Clock.systemUTC()),
                new KarPackages(
                        home,
                        Path.of(context.getProperty("karaf.base")),
                        platform::around,
                        Boolean.parseBoolean(context.getProperty("sencrm.production")),
                        messages,
                        Clock.systemUTC()),
                platform,
                Boolean.parseBoolean(context.getProperty("sencrm.safe")));
    }

    ModuleHost(Home home, Journal journal, Packages packages, Platform platform, boolean askedForSafeMode) {
        this.home = home;
        this.journal = journal;
        this.packages = packages;
        this.platform = platform;
        states = new States(home);
        safeMode = new SafeMode(home, askedForSafeMode);
        runner = new Runner(home, platform, packages, states, safeMode.isOn(), limit::get);
        watch = new ModuleWatch(platform, quotas, this::quarantine);
    }

    /** @param product differs where the product was put in place anew since the last start */
    void start(String product) {
        try {
            Path mark = home.modules().resolve("product");
            boolean same = Files.exists(mark) && Files.readString(mark).equals(product);
            synchronized (turn) {
                FirstRound round = new FirstRound(states, packages, journal, platform, runner, safeMode.isOn());
                Rest left = new Rest(round, mark, product);
                if (round.setUp(!same)) {
                    rest = left;
                } else {
                    end(left);
                }
            }
        } catch (IOException | RuntimeException e) {
            through = true;
            LOG.error("The modules cannot be started", e);
        } finally {
            setUp.countDown();
            watch.open();
        }
    }

    /**
     * Lets the areas follow a new product, and then all start that waited for it; nothing where nothing waits. To be called
     * once there is a database and what was cut off is at its end.
     *
     * @param follow brings the module to this release
     */
    void follow(Consumer<Release> follow) throws IOException {
        synchronized (turn) {
            if (rest != null) {
                new Followers(states, packages).due().forEach(follow);
                end(rest);
                rest = null;
            }
        }
    }

    private void end(Rest left) throws IOException {
        left.round().start();
        through = true;
        // what is cut off now is tried once more by the next start
        if (journal.unfinished().isEmpty()) {
            Home.write(left.mark(), left.product());
        }
    }

    /**
     * @param mark file that tells for which product the start was through
     * @param product differs where the product was put in place anew since the last start
     */
    private record Rest(FirstRound round, Path mark, String product) {}

    @Deactivate
    void stop() {
        watch.close();
    }

    /** Returns when all is done after the start of the product that needs no database. */
    void await() throws InterruptedException {
        setUp.await();
    }

    /** Whether every module has had its turn after the start of the product. */
    boolean isThrough() {
        return through;
    }

    /** How long one bundle of a module may take to start or stop. */
    void limit(Duration longest) {
        limit.set(longest);
    }

    @Override
    public void hung(String module, String what) {
        LOG.error("Module {} did not come back from {}", module, what);
        quarantine(module, Reason.of(Runner.HUNG));
    }

    /** An area of the product that fails is only paused: people cannot do without it, and its makers are known. */
    @Override
    public void failing(String module, String what) {
        ModuleState state = states.get(module);
        if (state.isOn()
                && packages.stored(module, state.version()).filter(Release::own).isEmpty()) {
            LOG.error("Module {} fails again and again, last in {}", module, what);
            quarantine(module, Reason.of(Runner.FAILING));
        }
    }

    @Override
    public void holding(String module, Duration longest) {
        quarantine(module, Reason.of(Runner.HOLDING, longest.toSeconds()));
    }

    @Override
    public void misplaced(String module, String what) {
        LOG.error("Module {} declares what is not its own: {}", module, what);
        quarantine(module, Reason.of(Runner.TRESPASSED, what));
    }

    /** On a thread of its own: an operation may be under way, and stopping takes its time. */
    private void quarantine(String module, Reason why) {
        new Thread(() -> quarantineNow(module, why), "crm-modules quarantine").start();
    }

    private void quarantineNow(String module, Reason why) {
        synchronized (turn) {
            ModuleState state = states.get(module);
            if (state.isOn()) {
                LOG.error("Module {} is quarantined: {}", module, why);
                runner.quarantine(state, why);
            }
        }
    }

    @Override
    public String name() {
        return "safe-mode";
    }

    @Override
    public State state() {
        return safeMode.isOn() ? State.DEGRADED : State.UP;
    }
}
