package org.sencrm.core.demo;

import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.demo.Demo;
import org.sencrm.api.demo.DemoData;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.extension.Contributions;
import org.sencrm.core.record.RecordService;
import org.sencrm.core.setting.StoredSettings;
import org.sencrm.core.store.Database;

/**
 * Demonstration data of all modules. Each module's share is loaded in one transaction. What is removed is exactly what was
 * written, for good, also where somebody worked on it since or put it into the trash. Records of people's own that point to
 * it stay, and the pointer has no label then. Records of a module that is away are removed once it is back and this is
 * asked for again. The company's currency goes back to what it was, unless somebody chose another since.
 */
@Component(service = Demo.class)
public final class StoredDemo implements Demo {

    private static final String LOAD = "demo";
    private static final String REMOVE = "demo-removal";
    private static final String CURRENCY = "VND";
    /** Setting that holds the currency which a loading set; absent where it found one. */
    private static final String OWN_CURRENCY = "demo.currency";

    private static final int AT_ONCE = 200;

    private final BundleContext context;
    private final RecordService records;
    private final RecordTypes types;
    private final Access access;
    private final Jobs jobs;
    private final Messages messages;
    private final StoredSettings settings;
    private final DemoLedger ledger;
    private final Contributions<DemoData> shares;

    /** Id of the last job that was started here; 0 for none. */
    private long latest;

    @Activate
    public StoredDemo(
            BundleContext context,
            @Reference Database database,
            @Reference RecordService records,
            @Reference RecordTypes types,
            @Reference Access access,
            @Reference Jobs jobs,
            @Reference Messages messages,
            @Reference StoredSettings settings) {
        this(context, database, records, types, access, jobs, messages, settings, new Contributions<>());
    }

    StoredDemo(
            BundleContext context,
            Database database,
            RecordService records,
            RecordTypes types,
            Access access,
            Jobs jobs,
            Messages messages,
            StoredSettings settings,
            Contributions<DemoData> shares) {
        this.context = context;
        this.records = records;
        this.types = types;
        this.access = access;
        this.jobs = jobs;
        this.messages = messages;
        this.settings = settings;
        this.ledger = new DemoLedger(database);
        this.shares = shares;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindShare(ServiceReference<DemoData> share) {
        shares.add(Contribution.of(context, share, found -> found));
    }

    void unbindShare(ServiceReference<DemoData> share) {
        shares.remove(share);
    }

    @Override
    public boolean isLoaded() {
        return !ledger.isEmpty();
    }

    @Override
    public synchronized Job load(Caller caller) {
        check(caller);
        if (isLoaded()) {
            throw new NotNow(messages.text(caller.locale(), "demo.loaded"));
        }
        return started(jobs.start(caller, LOAD, this::load));
    }

    @Override
    public synchronized Job remove(Caller caller) {
        check(caller);
        if (!isLoaded()) {
            throw new NotNow(messages.text(caller.locale(), "demo.notLoaded"));
        }
        return started(jobs.start(caller, REMOVE, this::remove));
    }

    private void check(Caller caller) {
        if (!caller.isSystem() && !access.isAdministrator(caller)) {
            throw new Forbidden(messages.text(caller.locale(), "demo.forbidden"));
        }
        // there are people and roles among it, which the job could not make or take away without
        access.requireProof(caller);
        if (latest != 0 && isAtWork(jobs.get(Caller.system(), latest))) {
            throw new NotNow(messages.text(caller.locale(), "demo.busy"));
        }
    }

    private static boolean isAtWork(Job job) {
        return job.state() == Job.State.QUEUED || job.state() == Job.State.RUNNING;
    }

    private Job started(Job job) {
        latest = job.id();
        return job;
    }

    private Map<String, Object> load(Caller caller, Jobs.Progress progress) {
        if (!settings.isSet(Settings.CURRENCY)) {
            settings.set(Caller.system(), Settings.CURRENCY, CURRENCY);
            settings.set(Caller.system(), OWN_CURRENCY, CURRENCY);
        }
        DemoWriter writer = new DemoWriter(records, access, ledger, caller);
        List<DemoData> present = shares.all();
        progress.total(present.size());
        for (int i = 0; i < present.size() && !progress.cancelled(); i++) {
            DemoData share = present.get(i);
            writer.nextModule();
            records.inTransaction(() -> {
                share.fill(writer);
                return null;
            });
            progress.done(i + 1L);
        }
        return Map.of("created", writer.count());
    }

    private Map<String, Object> remove(Caller caller, Jobs.Progress progress) {
        int all = ledger.size();
        progress.total(all);
        DemoRemoval removal = new DemoRemoval(records, types, ledger, caller);
        int reverted = 0;
        for (long job : ledger.jobs()) {
            boolean finished = false;
            while (!finished && !progress.cancelled()) {
                Records.Reverted step = records.revert(caller, job, AT_ONCE);
                finished = step.finished();
                reverted += step.reverted();
                progress.done(Math.min(all, reverted));
            }
            removeRest(removal, job, progress);
        }
        removal.end();
        if (!isLoaded()) {
            takeBackCurrency();
        }
        return Map.of("purged", removal.count());
    }

    private void takeBackCurrency() {
        String own = settings.get(OWN_CURRENCY, null);
        if (own != null) {
            if (own.equals(settings.get(Settings.CURRENCY, null))) {
                settings.set(Caller.system(), Settings.CURRENCY, null);
            }
            settings.set(Caller.system(), OWN_CURRENCY, null);
        }
    }

    private void removeRest(DemoRemoval removal, long job, Jobs.Progress progress) {
        ledger.records(job).forEach((type, ids) -> {
            for (int from = 0; from < ids.size() && !progress.cancelled(); from += AT_ONCE) {
                removal.remove(type, ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            }
        });
    }
}
