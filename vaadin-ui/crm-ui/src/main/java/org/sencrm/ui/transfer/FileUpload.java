package org.sencrm.ui.transfer;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.host.HostContext;

/**
 * Takes a file from the browser straight into {@link Imports}. The browser checks ending and size first; both are checked
 * again here when the file has come, before the end of it is passed on.
 */
final class FileUpload extends Upload {

    private static final long serialVersionUID = 1L;

    private static final int MOST_BYTES = 100 << 20;
    private static final List<String> ENDINGS = List.of(".csv", ".xlsx", ".txt");

    private final transient HostContext context;
    private final transient Consumer<String> onFile;
    private final transient Consumer<String> onRefused;
    private final UI ui = UI.getCurrent();
    private transient UploadPipe pipe;

    /**
     * @param onFile told the id of the file when it is whole
     * @param onRefused told why a file was not taken, in words
     */
    FileUpload(HostContext context, Consumer<String> onFile, Consumer<String> onRefused) {
        this.context = context;
        this.onFile = onFile;
        this.onRefused = onRefused;
        setI18n(UploadWords.of(context));
        setDropLabel(new Span(context.text("import.upload.drop")));
        setMaxFiles(1);
        setMaxFileSize(MOST_BYTES);
        setAcceptedFileTypes(ENDINGS.toArray(String[]::new));
        setReceiver((name, mediaType) -> begin(name));
        addFileRejectedListener(event -> onRefused.accept(event.getErrorMessage()));
        addFailedListener(event -> fail());
        addFinishedListener(event -> finish(event.getFileName()));
    }

    private OutputStream begin(String name) {
        pipe = new UploadPipe(MOST_BYTES);
        UploadPipe opened = pipe;
        Caller caller = context.caller();
        Imports imports = Wizard.imports(context);
        // a thread of its own: a slow sender must not hold up what the pages do in the background
        Thread reader = new Thread(() -> take(imports, caller, name, opened), "sen-upload");
        reader.setDaemon(true);
        reader.start();
        return opened;
    }

    private void take(Imports imports, Caller caller, String name, UploadPipe opened) {
        Runnable answer;
        try (InputStream content = opened.content()) {
            String id = imports.upload(caller, name, content);
            answer = () -> onFile.accept(id);
        } catch (Fault refused) {
            answer = () -> onRefused.accept(refused.getMessage());
        } catch (IOException | RuntimeException failure) {
            answer = () -> context.report(failure);
        }
        if (!opened.isBroken()) {
            tell(answer);
        }
    }

    private void tell(Runnable answer) {
        try {
            ui.access(() -> {
                clearFileList();
                answer.run();
            });
        } catch (UIDetachedException tabClosed) {
            // nobody is waiting for the answer any more
        }
    }

    private void fail() {
        if (pipe != null && !pipe.isBroken()) {
            pipe.breakOff();
            onRefused.accept(context.text("import.upload.brokeOff"));
        }
    }

    private void finish(String name) {
        if (pipe == null) {
            return;
        }
        if (pipe.isTooLarge()) {
            onRefused.accept(context.text("import.upload.tooLarge"));
        } else if (!hasKnownEnding(name)) {
            pipe.breakOff();
            onRefused.accept(context.text("import.upload.ending"));
        } else {
            pipe.finish();
        }
        pipe = null;
    }

    static boolean hasKnownEnding(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }
}
