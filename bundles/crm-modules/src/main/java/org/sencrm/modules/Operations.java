package org.sencrm.modules;

import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.job.Jobs.Progress;
import org.sencrm.api.module.Modules.Action;
import org.sencrm.api.module.Modules.Plan;
import org.sencrm.api.text.Messages;
import org.sencrm.modules.Journal.Entry;
import org.sencrm.modules.Journal.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries plans out, one at a time, and brings to an end what an earlier process left. */
final class Operations {

    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    /** As many as the longest operation has; shorter ones end sooner. */
    private static final int STEPS = 9;

    private final Journal journal;
    private final Transition transition;
    private final Planner planner;
    private final Supplier<Catalog> catalogs;
    private final Messages messages;
    private final IntSupplier keptVersions;
    private final Object turn;

    /** @param turn held while a module is changed */
    Operations(
            Journal journal,
            Transition transition,
            Planner planner,
            Supplier<Catalog> catalogs,
            Messages messages,
            IntSupplier keptVersions,
            Object turn) {
        this.journal = journal;
        this.transition = transition;
        this.planner = planner;
        this.catalogs = catalogs;
        this.messages = messages;
        this.keptVersions = keptVersions;
        this.turn = turn;
    }

    /** Brings every operation that was cut off to the old or to the new state. */
    void recover() {
        synchronized (turn) {
            journal.unfinished().forEach(this::end);
        }
    }

    /** Nothing is done with a module before what was begun with it is at its end: that end would undo the later work. */
    private void endEarlier(String module, Locale locale) {
        for (Entry entry : journal.unfinished()) {
            if (entry.id().equals(module) && !end(entry)) {
                throw new NotNow(messages.text(locale, "modules.failed.unfinished", module));
            }
        }
    }

    /** Waits for its turn. The answer tells what was added, stopped and wired anew. */
    Map<String, Object> run(Plan plan, Caller caller, Progress progress) {
        synchronized (turn) {
            return runNow(plan, caller, progress);
        }
    }

    private Map<String, Object> runNow(Plan plan, Caller caller, Progress progress) {
        Locale locale = caller.locale();
        endEarlier(plan.module(), locale);
        Catalog catalog = catalogs.get();
        Release release = moves(plan.action())
                ? catalog.find(plan.module(), plan.version()).orElse(null)
                : null;
        // nothing is fetched while others wait for their turn: the plan did that
        boolean isHere = release == null ? !moves(plan.action()) : !release.isOnlyOffered();
        if (!isHere || !isStillTrue(plan, locale)) {
            throw new NotNow(messages.text(locale, "modules.plan.stale"));
        }
        // asked for now: the texts of a module go with it
        String label = catalog.label(plan.module(), locale);
        ModuleState before = catalog.state(plan.module());
        progress.total(STEPS);
        Entry entry = journal.begin(plan.action(), before, after(plan, before), caller.userId(), progress::done);
        LOG.info("Module {} {}: {}", plan.module(), plan.version(), plan.action());
        carryOut(entry, release, label, locale);
        progress.done(STEPS);
        return Map.of(
                "module", plan.module(),
                "version", plan.version(),
                "action", plan.action().name().toLowerCase(Locale.ROOT),
                "added", String.join(", ", plan.adds()),
                "stopped", String.join(", ", plan.stops()),
                "refreshed", String.join(", ", plan.refreshes()));
    }

    private void carryOut(Entry entry, Release release, String label, Locale locale) {
        boolean runs;
        try {
            runs = transition.forward(entry, release, locale);
        } catch (Exception e) {
            LOG.error("Module {}: {} did not work", entry.id(), entry.action(), e);
            end(entry);
            if (e instanceof Flawed flawed && !entry.has(Step.DECIDED)) {
                String why = flawed.reason().in(locale, messages);
                throw new NotNow(messages.text(locale, "modules.failed.refused", label, why));
            }
            String key = entry.has(Step.DECIDED) ? "modules.failed.late" : "modules.failed.back";
            throw new NotNow(messages.text(locale, key, label));
        }
        if (!runs) {
            throw new NotNow(messages.text(locale, "modules.failed.quarantined", label));
        }
    }

    /** Brings a module of the product to the build that came with it: an update that nobody asked for. */
    void follow(Release release) {
        Catalog catalog = catalogs.get();
        ModuleState before = catalog.state(release.id());
        ModuleState after = before.following(release.version(), keptVersions.getAsInt());
        Entry entry = journal.begin(Action.UPDATE, before, after, Caller.SYSTEM_ID, done -> {});
        LOG.info("Module {} follows the product from {} to {}", before.id(), before.version(), after.version());
        try {
            if (transition.canGoBackTo(before)) {
                carryOut(entry, release, catalog.label(release.id(), Locale.ENGLISH), Locale.ENGLISH);
            } else {
                transition.replace(entry, release);
            }
        } catch (Exception e) {
            LOG.error("Module {} did not follow the product to {}", before.id(), after.version(), e);
        }
    }

    /** Whether it is at its end now. */
    private boolean end(Entry entry) {
        try {
            if (journal.isOvertaken(entry)) {
                LOG.warn("Module {}: {} was cut off, and later work has overtaken it", entry.id(), entry.action());
                journal.note(entry, Step.OVERTAKEN);
            } else {
                transition.recover(entry);
            }
            return true;
        } catch (Exception e) {
            LOG.error("Module {} could not be brought back to order; the next start tries again", entry.id(), e);
            return false;
        }
    }

    private static boolean moves(Action action) {
        return action == Action.INSTALL || action == Action.UPDATE || action == Action.ROLLBACK;
    }

    private ModuleState after(Plan plan, ModuleState before) {
        return switch (plan.action()) {
            case INSTALL, UPDATE -> before.updated(plan.version(), keptVersions.getAsInt());
            case ROLLBACK -> before.rolledBack(plan.version());
            case OFF -> before.off();
            case ON -> before.on();
            case UNINSTALL -> before.uninstalled();
            case PURGE -> ModuleState.none(before.id());
        };
    }

    private boolean isStillTrue(Plan plan, Locale locale) {
        Plan now = planner.plan(plan.module(), plan.version(), plan.action(), locale);
        return now.possible()
                && now.adds().equals(plan.adds())
                && now.stops().equals(plan.stops())
                && now.refreshes().equals(plan.refreshes());
    }
}
