package org.sencrm.core.demo;

import java.time.ZoneId;
import java.util.Dictionary;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.demo.Demo;
import org.sencrm.api.module.Modules;
import org.sencrm.api.setting.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the demonstration data at a start with the system property {@code sencrm.demo}, once everything is up: every module
 * has had its turn, and each one that runs has its persistence unit.
 */
@Component(
        service = {},
        immediate = true)
public final class DemoAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAtStart.class);
    private static final String PROPERTY = "sencrm.demo";
    private static final long FIRST_ADMINISTRATOR = 1;
    private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(2);
    private static final long PAUSE_MILLIS = 200;

    private final BundleContext context;
    private final Demo demo;
    private final Access access;
    private final Settings settings;
    private final AtomicReference<Modules> modules = new AtomicReference<>();
    private final Thread loader = new Thread(this::load, "crm-demo");

    @Activate
    public DemoAtStart(
            BundleContext context, @Reference Demo demo, @Reference Access access, @Reference Settings settings) {
        this.context = context;
        this.demo = demo;
        this.access = access;
        this.settings = settings;
        loader.setDaemon(true);
    }

    /** Optional: this component must not come and go with the module service. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bind(Modules service) {
        modules.set(service);
    }

    void unbind(Modules service) {
        modules.compareAndSet(service, null);
    }

    @Activate
    void open() {
        if (Boolean.parseBoolean(context.getProperty(PROPERTY))) {
            loader.start();
        }
    }

    @Deactivate
    void close() {
        loader.interrupt();
    }

    private void load() {
        try {
            awaitModules();
            if (!demo.isLoaded()) {
                demo.load(caller());
            }
        } catch (InterruptedException e) {
            LOG.debug("The product ended before the demonstration data was loaded");
        } catch (RuntimeException e) {
            LOG.error("The demonstration data could not be loaded", e);
        }
    }

    /** The first administrator, who then has a share of the work in the demo; the product itself where that one is gone. */
    private Caller caller() {
        Locale language = Locale.forLanguageTag(settings.get(Settings.LANGUAGE, "vi"));
        ZoneId zone = ZoneId.of(settings.get(Settings.ZONE, "Asia/Ho_Chi_Minh"));
        Caller first = new Caller(FIRST_ADMINISTRATOR, language, zone, "demo", 0);
        return access.isAdministrator(first) ? first : Caller.system();
    }

    private void awaitModules() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT;
        while (!(haveSettled() && allUnitsAreThere()) && System.nanoTime() < end) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean haveSettled() {
        Modules service = modules.get();
        return service != null && service.hasSettled();
    }

    private boolean allUnitsAreThere() {
        for (Bundle bundle : context.getBundles()) {
            Dictionary<String, String> headers = bundle.getHeaders("");
            String module = headers.get("CRM-Module");
            if (module != null && headers.get("Meta-Persistence") != null && !hasUnit(module)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasUnit(String module) {
        try {
            String filter = "(osgi.unit.name=" + module + ")";
            return context.getAllServiceReferences("javax.persistence.EntityManagerFactory", filter) != null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a module has a name that is none: " + module, e);
        }
    }
}
