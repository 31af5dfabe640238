package org.sencrm.ui.file;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.sencrm.api.access.Caller;
import org.sencrm.api.file.Files;
import org.sencrm.api.file.StoredFile;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;

/** What is in a file, as far as it can be shown safely: pictures, PDF, the beginning of a text. */
final class PreviewPlace extends Div {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN_BYTES = 100_000;

    private final transient HostContext context;

    PreviewPlace(HostContext context, Files files, StoredFile file) {
        this.context = context;
        addClassName("preview");
        switch (Preview.of(file)) {
            case IMAGE -> add(new Image(Addresses.file(file.id()), file.name()));
            case PDF -> add(frame(file));
            case TEXT -> read(files, file);
            default -> say("file.noPreview");
        }
    }

    private static IFrame frame(StoredFile file) {
        IFrame frame = new IFrame(Addresses.file(file.id()));
        frame.setTitle(file.name());
        return frame;
    }

    private void read(Files files, StoredFile file) {
        Caller caller = context.caller();
        context.background(() -> beginning(files, caller, file), text -> {
            Pre shown = new Pre(text);
            shown.getElement().setAttribute("tabindex", "0");
            add(shown);
            if (file.size() > SHOWN_BYTES) {
                say("file.cut");
            }
        });
    }

    private static String beginning(Files files, Caller caller, StoredFile file) {
        try (InputStream content = files.open(caller, file.id())) {
            return new String(content.readNBytes(SHOWN_BYTES), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void say(String key) {
        Paragraph words = new Paragraph(context.text(key));
        words.addClassName("muted");
        add(words);
    }
}
