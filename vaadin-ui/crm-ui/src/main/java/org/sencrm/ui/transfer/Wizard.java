package org.sencrm.ui.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.host.HostContext;

/** What the steps of an import share: the draft, the service, and the ways to the other steps. */
final class Wizard {

    /** The ways out of a step. */
    interface Ways {

        void to(Step step);

        /** To the page of a started import. */
        void toRun(long id);

        /** Keeps the chosen type in the address. */
        void chosen();
    }

    private final HostContext context;
    private final ImportDraft draft;
    private final Ways ways;
    private final Unfinished unfinished;
    private final Habits habits;

    Wizard(HostContext context, ImportDraft draft, Ways ways) {
        this.context = context;
        this.draft = draft;
        this.ways = ways;
        unfinished = new Unfinished(context.services().settings(), context.caller());
        habits = new Habits(context.services().settings(), context.caller());
        draft.whenDecided(this::keep);
    }

    HostContext context() {
        return context;
    }

    ImportDraft draft() {
        return draft;
    }

    String text(String key, Object... arguments) {
        return context.text(key, arguments);
    }

    /** The service; {@link Unavailable} while its module is away. */
    Imports imports() {
        return imports(context);
    }

    static Imports imports(HostContext context) {
        return context.services().imports().orElseThrow(() -> new Unavailable(context.text("import.unavailable")));
    }

    void go(Step step) {
        ways.to(step);
    }

    void showRun(long id) {
        ways.toRun(id);
    }

    void addressType() {
        ways.chosen();
    }

    Unfinished unfinished() {
        return unfinished;
    }

    /** Called as the import starts: its decisions serve the next file of the kind. */
    void started() {
        unfinished.forget(draft.fileId());
        habits.remember(
                draft.type(), draft.preview().columns(), context.formats().today(), draft.options());
    }

    /** Drops what an earlier import brought along, for what the file itself tells. */
    void startAnew() {
        readAfresh(false, () -> ways.to(Step.MATCH), context::report);
    }

    /** Reads the file with the profile that recognises it or without, and not as an earlier import did. */
    void readAfresh(boolean profileAside, Runnable then, Consumer<Throwable> onFailure) {
        draft.putProfileAside(profileAside);
        read(
                () -> {
                    keep();
                    then.run();
                },
                onFailure,
                draft.previewOptions());
    }

    /**
     * Reads the beginning of the file as the draft says, and goes on with what was found and what an earlier import of such
     * a file did.
     */
    void read(Runnable then, Consumer<Throwable> onFailure) {
        read(
                () -> {
                    habits.find(draft.type(), draft.preview().columns())
                            .map(this::stillThere)
                            .ifPresent(draft::reuse);
                    keep();
                    then.run();
                },
                onFailure,
                draft.previewOptions());
    }

    /** As {@link #read(Runnable, Consumer)}, going on with what this person had decided about this very file. */
    void readAgain(ImportOptions decisions, Runnable then, Consumer<Throwable> onFailure) {
        read(
                () -> {
                    draft.decide(possible(decisions));
                    then.run();
                },
                onFailure,
                draft.previewOptions());
    }

    private void read(Runnable then, Consumer<Throwable> onFailure, ImportOptions options) {
        Caller caller = context.caller();
        String type = draft.type();
        String fileId = draft.fileId();
        context.background(
                () -> imports().preview(caller, type, fileId, options),
                preview -> {
                    draft.found(preview);
                    then.run();
                },
                onFailure);
    }

    private void keep() {
        unfinished.keep(new Unfinished.Kept(
                draft.fileId(), draft.type(), draft.preview().fileName(), draft.options()));
    }

    private Habits.Habit stillThere(Habits.Habit habit) {
        return new Habits.Habit(habit.day(), possible(habit.decisions()));
    }

    /** Without the fields that have gone, or that this person may not see any more. */
    private ImportOptions possible(ImportOptions decisions) {
        Targets targets = new Targets(context, draft.type(), decisions.map().keySet());
        Map<String, String> map = new LinkedHashMap<>(decisions.map());
        map.keySet().removeIf(path -> targets.find(path).isEmpty());
        return new ImportOptions(
                map,
                decisions.key(),
                decisions.mode(),
                decisions.value(),
                decisions.dateFormat(),
                decisions.currency(),
                decisions.encoding(),
                decisions.delimiter(),
                decisions.sheet(),
                false,
                false,
                decisions.profile());
    }
}
