package org.sencrm.ui.file;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.sencrm.api.file.StoredFile;
import org.sencrm.ui.field.RelativeTime;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** One file: its name, how large it is, who added it and when. */
final class FileLine extends ListItem {

    private static final long serialVersionUID = 1L;

    /** @param onTrash null where the person may not delete it */
    FileLine(HostContext context, StoredFile file, Runnable onOpen, Runnable onTrash) {
        addClassName("file-line");
        NativeButton name = new NativeButton(file.name(), event -> onOpen.run());
        name.addClassNames("plain", "file-name", "strong");
        name.getElement().setAttribute("title", file.name());
        Div text = new Div(name, about(context, file));
        text.addClassName("file-text");
        add(Icons.icon(Preview.of(file) == Preview.IMAGE ? "image" : "file"), text, download(context, file));
        if (onTrash != null) {
            NativeButton trash = new NativeButton();
            trash.add(Icons.icon("trash"));
            trash.addClickListener(event -> onTrash.run());
            trash.addClassName("plain");
            String label = context.text("file.delete", file.name());
            trash.getElement().setAttribute("aria-label", label).setAttribute("title", label);
            add(trash);
        }
    }

    private static Div about(HostContext context, StoredFile file) {
        String version = file.version() > 1 ? context.text("file.version", file.version()) + " · " : "";
        Div about = new Div(new Span(version + FileSize.of(context, file.size()) + " · " + context.format(file.by())
                + " · " + new RelativeTime(context).past(file.at())));
        about.addClassNames("muted", "small");
        return about;
    }

    /** Saves the file on the person's computer. */
    static Anchor download(HostContext context, StoredFile file) {
        Anchor download = new Anchor(Addresses.download(file.id()), Icons.icon("download"));
        download.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
        String label = context.text("file.download", file.name());
        download.getElement().setAttribute("aria-label", label).setAttribute("title", label);
        return download;
    }
}
