package org.sencrm.ui.upload;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.MultiFileReceiver;
import com.vaadin.flow.component.upload.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.ui.host.HostContext;

/**
 * Takes files from the browser straight to whoever reads it. The browser checks ending and size first; both are checked
 * again here when the file has come, before the end of it is passed on.
 *
 * @param <T> what the reader makes of it
 */
public final class FileUpload<T> extends Upload {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Kind kind;
    private final transient Reader<T> reader;
    private final transient Consumer<T> onRead;
    private final transient Consumer<String> onRefused;
    private final UI ui = UI.getCurrent();
    /** What is on its way, by the name of the file. */
    private final transient Map<String, UploadPipe> pipes = new HashMap<>();

    /**
     * What files are taken.
     *
     * @param words beginning of the keys of what is said of them: {@code choose}, {@code drop}, {@code tooLarge} and
     *     {@code ending} follow
     * @param mostFiles how many may come at a time
     * @param mostBytes no file may have more
     * @param endings of their names, in small letters with the dot; empty where any will do
     */
    public record Kind(String words, int mostFiles, int mostBytes, List<String> endings) {

        boolean fits(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return endings.isEmpty() || endings.stream().anyMatch(lower::endsWith);
        }
    }

    /** Reads a file as it comes, on a thread of its own. A fault is the reason why it is not taken. */
    @FunctionalInterface
    public interface Reader<T> {

        T read(Caller caller, String name, InputStream content) throws IOException;
    }

    /**
     * @param onRead given what the reader made of a file when it was whole
     * @param onRefused told why a file was not taken, in words
     */
    public FileUpload(
            HostContext context, Kind kind, Reader<T> reader, Consumer<T> onRead, Consumer<String> onRefused) {
        this.context = context;
        this.kind = kind;
        this.reader = reader;
        this.onRead = onRead;
        this.onRefused = onRefused;
        setI18n(UploadWords.of(context, kind.words()));
        setDropLabel(new Span(context.text(kind.words() + "drop")));
        MultiFileReceiver receiver = (name, mediaType) -> begin(name);
        setReceiver(receiver);
        setMaxFiles(kind.mostFiles());
        setMaxFileSize(kind.mostBytes());
        setAcceptedFileTypes(kind.endings().toArray(String[]::new));
        addFileRejectedListener(event -> onRefused.accept(event.getErrorMessage()));
        addFailedListener(event -> fail(event.getFileName()));
        addFinishedListener(event -> finish(event.getFileName()));
    }

    private OutputStream begin(String name) {
        UploadPipe opened = new UploadPipe(kind.mostBytes());
        pipes.put(name, opened);
        Caller caller = context.caller();
        // a thread of its own: a slow sender must not hold up what the pages do in the background
        Thread thread = new Thread(() -> take(caller, name, opened), "sen-upload");
        thread.setDaemon(true);
        thread.start();
        return opened;
    }

    private void take(Caller caller, String name, UploadPipe opened) {
        Runnable answer;
        try (InputStream content = opened.content()) {
            T read = reader.read(caller, name, content);
            answer = () -> onRead.accept(read);
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
                if (pipes.isEmpty()) {
                    clearFileList();
                }
                answer.run();
            });
        } catch (UIDetachedException tabClosed) {
            // nobody is waiting for the answer any more
        }
    }

    private void fail(String name) {
        UploadPipe pipe = pipes.remove(name);
        if (pipe != null && !pipe.isBroken()) {
            pipe.breakOff();
            onRefused.accept(context.text("upload.brokeOff"));
        }
    }

    private void finish(String name) {
        UploadPipe pipe = pipes.remove(name);
        if (pipe == null) {
            return;
        }
        if (pipe.isTooLarge()) {
            onRefused.accept(context.text(kind.words() + "tooLarge"));
        } else if (!kind.fits(name)) {
            pipe.breakOff();
            onRefused.accept(context.text(kind.words() + "ending"));
        } else {
            pipe.finish();
        }
    }
}
