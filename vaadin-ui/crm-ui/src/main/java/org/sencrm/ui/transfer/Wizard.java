package org.sencrm.ui.transfer;

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
        void chosen(String type);
    }

    private final HostContext context;
    private final ImportDraft draft;
    private final Ways ways;

    Wizard(HostContext context, ImportDraft draft, Ways ways) {
        this.context = context;
        this.draft = draft;
        this.ways = ways;
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

    void addressType(String type) {
        ways.chosen(type);
    }

    /** Reads the beginning of the file as the draft says, and goes on with what was found. */
    void read(Runnable then, Consumer<Throwable> onFailure) {
        Caller caller = context.caller();
        String type = draft.type();
        String fileId = draft.fileId();
        ImportOptions options = draft.previewOptions();
        context.background(
                () -> imports().preview(caller, type, fileId, options),
                preview -> {
                    draft.found(preview);
                    then.run();
                },
                onFailure);
    }
}
