package org.sencrm.ui.file;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.file.Files;
import org.sencrm.api.file.StoredFile;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** A file beside the page of its record: what is in it, and its versions. */
final class FileDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Files files;
    private final boolean mayChange;
    private final transient Runnable onChange;
    private final Div content = new Div();
    private final Div versions = new Div();

    /** @param onChange called when the record has another version of the file */
    FileDialog(HostContext context, Files files, StoredFile file, boolean mayChange, Runnable onChange) {
        this.context = context;
        this.files = files;
        this.mayChange = mayChange;
        this.onChange = onChange;
        getElement().setAttribute("theme", "side wide");
        setHeaderTitle(file.name());
        Button close = new Button(Icons.icon("close"), event -> close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        close.getElement()
                .setAttribute("aria-label", context.text("action.close"))
                .setAttribute("title", context.text("form.closeTitle"));
        getHeader().add(close);
        versions.addClassName("file-versions");
        Div body = new Div(content, versions);
        body.addClassName("file-dialog");
        add(body);
        show(file);
    }

    private void show(StoredFile file) {
        content.removeAll();
        content.add(download(file), new PreviewPlace(context, files, file));
        Caller caller = context.caller();
        context.background(() -> files.versions(caller, file.id()), found -> list(found, file));
    }

    private Anchor download(StoredFile file) {
        Anchor download = new Anchor(Addresses.download(file.id()));
        download.add(
                Icons.icon("download"),
                new Span(context.text("file.save") + " · " + FileSize.of(context, file.size())));
        download.addClassName("button-link");
        download.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
        return download;
    }

    private void list(List<StoredFile> found, StoredFile shown) {
        versions.removeAll();
        if (found.size() > 1) {
            versions.add(new VersionList(context, found, shown, this::show, mayChange ? this::takeBack : null));
        }
    }

    /** The content of an older version becomes the newest one; nothing in between is lost. */
    private void takeBack(StoredFile older) {
        Caller caller = context.caller();
        context.background(
                () -> files.add(
                        caller,
                        older.record().type(),
                        older.record().id(),
                        older.name(),
                        files.open(caller, older.id())),
                newest -> {
                    context.inform(context.text("file.takenBack", older.version(), newest.version()));
                    onChange.run();
                    show(newest);
                });
    }
}
