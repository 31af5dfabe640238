package org.sencrm.modules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.sencrm.api.module.ModuleData;
import org.sencrm.api.module.Modules.Action;
import org.sencrm.modules.Journal.Entry;
import org.sencrm.modules.Journal.Step;
import org.sencrm.modules.pack.Reason;
import org.sencrm.modules.pack.Versions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a module from one state to another, step by step in the journal. Up to the step {@link Step#DECIDED} every way
 * leads back to the old state, from there on to the new one; all that is done on either way can be done twice.
 */
final class Transition {

    private static final Logger LOG = LoggerFactory.getLogger(Transition.class);

    private final Home home;
    private final Journal journal;
    private final States states;
    private final Packages packages;
    private final Platform platform;
    private final Runner runner;
    private final ModuleTables tables;
    private final ModuleData data;
    private final Farewell farewell;

    Transition(
            Home home,
            Journal journal,
            States states,
            Packages packages,
            Platform platform,
            Runner runner,
            ModuleTables tables,
            ModuleData data,
            Farewell farewell) {
        this.home = home;
        this.journal = journal;
        this.states = states;
        this.packages = packages;
        this.platform = platform;
        this.runner = runner;
        this.tables = tables;
        this.data = data;
        this.farewell = farewell;
    }

    /**
     * Does it. Throws where it could not be done; {@link #back} or, once decided, {@link #finish} is then due.
     *
     * @param release files of the version to come; null where the version stays or goes
     * @param locale of the reason where it is refused
     * @return whether the module runs, if it should; otherwise it is quarantined
     */
    boolean forward(Entry entry, Release release, Locale locale) throws Exception {
        if (release != null) {
            packages.store(release, locale);
            journal.note(entry, Step.STORED);
        }
        if (entry.action() == Action.PURGE) {
            exportAndStop(entry);
        } else {
            stop(entry);
        }
        journal.note(entry, Step.STOPPED);
        Release ready = null;
        if (release != null) {
            // leaves before the other comes: nothing of the new may be wired to the old
            runner.remove(entry.id());
            ready = runner.prepare(entry.after()).orElseThrow();
            changeData(entry, ready);
        }
        boolean runs = start(entry, ready);
        if (!runs && entry.before().isInstalled() && release != null) {
            throw new IOException("module " + entry.id() + " " + entry.after().version() + " does not start");
        }
        if (runs) {
            states.put(entry.after());
        } else {
            journal.note(entry, Step.FAILED);
        }
        journal.note(entry, Step.DECIDED);
        finish(entry);
        return runs;
    }

    /** What is saved after the files were written would be lost: so nothing is, until the module has stopped. */
    private void exportAndStop(Entry entry) throws Exception {
        ModuleData.Stillness still = data.keepStill(entry.id());
        try (still) {
            farewell.export(entry.id());
            stop(entry);
        }
    }

    private void stop(Entry entry) {
        if (entry.before().isInstalled() && entry.action() != Action.ON) {
            runner.stop(entry.id());
        }
    }

    /** Whether the module could run again as it does: its files are whole and their signer is believed. */
    boolean canGoBackTo(ModuleState state) {
        return packages.stored(state.id(), state.version())
                .filter(release -> packages.flaw(release).isEmpty())
                .isPresent();
    }

    /** Puts another release in place where no way leads back; its tables change as it starts. */
    void replace(Entry entry, Release release) throws Exception {
        packages.store(release, Locale.ENGLISH);
        journal.note(entry, Step.STORED);
        runner.remove(entry.id());
        states.put(entry.after());
        journal.note(entry, Step.DECIDED);
        finish(entry);
        runner.settle(entry.after());
    }

    /**
     * True for a module that should not run.
     *
     * @param ready what is set up already; null for nothing
     */
    private boolean start(Entry entry, Release ready) throws Exception {
        ModuleState after = entry.after();
        if (!after.isOn()) {
            return true;
        }
        Release stored = ready == null ? runner.prepare(after).orElseThrow() : ready;
        boolean runs = runner.isHeldBack(stored) || runner.start(after, stored);
        journal.note(entry, Step.STARTED);
        return runs;
    }

    private void changeData(Entry entry, Release stored) throws Exception {
        String id = entry.id();
        String older = entry.before().dataVersion();
        Path copy = entry.action() == Action.ROLLBACK ? copyFor(entry) : null;
        if (copy == null && (entry.action() == Action.ROLLBACK || isCurrent(stored))) {
            if (older != null) {
                // left by an operation that was taken back
                Files.deleteIfExists(home.copy(id, older));
            }
            return;
        }
        if (tables.of(id).isEmpty()) {
            journal.note(entry, Step.NO_TABLES);
        } else if (older != null) {
            tables.save(id, home.copy(id, older));
            journal.note(entry, Step.SAVED);
        }
        journal.note(entry, Step.CHANGING);
        if (copy != null) {
            restore(id, stored, copy);
        } else {
            migrate(stored);
        }
        journal.note(entry, Step.CHANGED);
    }

    /** The tables as they were when the version was left, or a later one with the same tables; null for no change since. */
    private Path copyFor(Entry entry) {
        List<String> previous = entry.before().previous();
        for (int i = previous.indexOf(entry.after().version()); i >= 0; i--) {
            Path copy = home.copy(entry.id(), previous.get(i));
            if (Files.exists(copy)) {
                return copy;
            }
        }
        return null;
    }

    private boolean isCurrent(Release release) throws Exception {
        for (long bundle : bundles(release)) {
            if (!data.isCurrent(bundle)) {
                return false;
            }
        }
        return true;
    }

    private void migrate(Release release) throws Exception {
        for (long bundle : bundles(release)) {
            data.update(bundle);
        }
    }

    private List<Long> bundles(Release release) {
        return runner.parts(release).stream()
                .map(part -> platform.number(part.location()))
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .toList();
    }

    /** The tables as the version's own changelog makes them, with the rows of the copy. */
    private void restore(String id, Release installed, Path copy) throws Exception {
        tables.drop(id);
        migrate(installed);
        tables.load(id, copy);
    }

    /** The old state again, as far as it got. Called twice it ends the same. */
    void back(Entry entry) throws Exception {
        LOG.warn("Module {}: {} is taken back", entry.id(), entry.action());
        ModuleState before = entry.before();
        boolean isOtherBuild = isOtherBuild(entry);
        if (isOtherBuild || (!before.equals(entry.after()) && entry.after().isInstalled())) {
            runner.remove(entry.id());
        }
        if (isOtherBuild) {
            packages.dropLatest(entry.id(), before.version());
        }
        if (entry.has(Step.CHANGING)) {
            takeBackData(entry);
        }
        states.put(before);
        runner.settle(before);
        journal.note(entry, Step.UNDONE);
        prune(before);
    }

    /** Whether another build of the same version came, as it does with a new product. */
    private static boolean isOtherBuild(Entry entry) {
        return entry.action() == Action.UPDATE
                && entry.after().version().equals(entry.before().version());
    }

    private void takeBackData(Entry entry) throws Exception {
        String id = entry.id();
        String older = entry.before().dataVersion();
        if (entry.has(Step.NO_TABLES)) {
            tables.drop(id);
            data.forgetRecords(id);
        } else if (entry.has(Step.SAVED)) {
            // installed for its changelog, whatever became of it then
            ModuleState holder = new ModuleState(id, older, ModuleState.Mode.OFF, null, List.of(), older);
            Release stored = runner.prepare(holder).orElseThrow();
            restore(id, stored, home.copy(id, older));
        }
    }

    /** What remains once it is decided. Called twice it ends the same. */
    void finish(Entry entry) throws Exception {
        ModuleState after = entry.after();
        ModuleState now = states.get(entry.id());
        if (!after.isInstalled()) {
            runner.remove(entry.id());
        }
        if (entry.action() == Action.PURGE) {
            tables.drop(entry.id());
            data.forgetRecords(entry.id());
            data.forgetFields(entry.id());
            data.forgetSettings(entry.id());
        }
        if (entry.action() == Action.ROLLBACK || isOtherBuild(entry)) {
            Files.deleteIfExists(home.copy(entry.id(), after.version()));
        }
        if (entry.has(Step.STORED)) {
            packages.keepLatest(entry.id(), after.version());
        }
        journal.note(entry, Step.DONE);
        prune(now);
    }

    /** The end of an operation that was cut off by the end of the process. */
    void recover(Entry entry) throws Exception {
        LOG.warn("Module {}: {} was cut off; steps done: {}", entry.id(), entry.action(), entry.steps());
        if (!entry.has(Step.DECIDED)) {
            if (tookTheProductDown(entry)) {
                LOG.error("The product ended while module {} was starting; it is quarantined", entry.id());
                runner.quarantine(entry.after(), Reason.of(Runner.DIED));
                journal.note(entry, Step.DECIDED);
                finish(entry);
            } else {
                back(entry);
            }
            return;
        }
        finish(entry);
        runner.settle(states.get(entry.id()));
    }

    /** An add-on that was new is kept and shown with the reason; one that was updated goes back to what worked. */
    private boolean tookTheProductDown(Entry entry) {
        return entry.action() == Action.INSTALL
                && runner.suspects().contains(entry.id())
                && packages.stored(entry.id(), entry.after().version())
                        .filter(release -> !release.own())
                        .isPresent();
    }

    /** Files of versions to which no way leads any more. */
    private void prune(ModuleState state) throws IOException {
        List<String> kept = new ArrayList<>(state.previous());
        kept.add(state.version());
        kept.add(state.dataVersion());
        for (Path folder : Home.list(home.releases(state.id()))) {
            String version = folder.getFileName().toString();
            if (!kept.contains(version) && !isAhead(version, state)) {
                packages.forget(state.id(), version);
            }
        }
    }

    /** After a rollback, or after an upload that nobody ran yet, a newer version lies ready. */
    private static boolean isAhead(String version, ModuleState state) {
        return state.isInstalled() && Versions.ORDER.compare(version, state.version()) > 0;
    }
}
