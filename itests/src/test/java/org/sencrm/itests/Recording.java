package org.sencrm.itests;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.WebSocketFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the server says to one window: heads and bodies of answers, files to be saved, and what it pushes. Only
 * the files of the build are left out, which were made before there was anything to tell.
 */
final class Recording {

    /** Something that was said. @param from where it came from, for whoever reads of it */
    record Said(String from, String text) {}

    private static final String BUILD = "/ui/VAADIN/build/";

    private final List<Said> answers = new ArrayList<>();
    /** Each line as one text, as a message may come in several frames. */
    private final Map<WebSocket, StringBuilder> pushed = new LinkedHashMap<>();
    /** What should have been read and was not. */
    private final List<String> missed = new ArrayList<>();

    /** @param page what is opened on it from now on is recorded */
    static Recording of(Page page) {
        Recording recording = new Recording();
        page.context().onRequestFinished(recording::answered);
        page.onWebSocket(recording::follow);
        return recording;
    }

    private void answered(Request request) {
        Response response = request.response();
        String from = request.method() + " " + request.url();
        if (request.url().contains(BUILD)) {
            return;
        }
        if (response == null) {
            missed.add(from);
            return;
        }
        answers.add(new Said("heads of " + from, response.allHeaders().toString()));
        if (hasBody(response)) {
            try {
                answers.add(new Said(from, Readable.text(response.body())));
            } catch (PlaywrightException | IOException unread) {
                missed.add(from + ": " + response.status() + " " + unread.getMessage());
            }
        }
    }

    private static boolean hasBody(Response response) {
        int status = response.status();
        boolean leadsOn = status >= 300 && status < 400;
        return status != 101 && status != 204 && !leadsOn;
    }

    private void follow(WebSocket socket) {
        StringBuilder line = pushed.computeIfAbsent(socket, key -> new StringBuilder());
        socket.onFrameReceived(frame -> line.append(text(frame)));
    }

    private static String text(WebSocketFrame frame) {
        return frame.text() != null ? frame.text() : new String(frame.binary(), StandardCharsets.UTF_8);
    }

    /** Keeps a file that the browser saves. */
    void keep(Download file) {
        try {
            answers.add(new Said("file " + file.suggestedFilename(), Readable.text(Files.readAllBytes(file.path()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that came until now: what was asked for first, then what was pushed. */
    List<Said> all() {
        List<Said> all = new ArrayList<>(answers);
        pushed.values().forEach(line -> all.add(new Said("push", line.toString())));
        return all;
    }

    /** What the server said without being asked. */
    String pushed() {
        return String.join("\n", pushed.values());
    }

    List<String> missed() {
        return missed;
    }
}
