package org.sencrm.ui.file;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import org.sencrm.api.file.StoredFile;
import org.sencrm.ui.field.RelativeTime;
import org.sencrm.ui.host.HostContext;

/** All versions of a file, newest first: each can be looked at, an older one can be made the newest again. */
final class VersionList extends Section {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient StoredFile shown;
    private final transient Consumer<StoredFile> onShow;
    private final transient Consumer<StoredFile> onTakeBack;

    /** @param onTakeBack null where the person may not change the record */
    VersionList(
            HostContext context,
            List<StoredFile> versions,
            StoredFile shown,
            Consumer<StoredFile> onShow,
            Consumer<StoredFile> onTakeBack) {
        this.context = context;
        this.shown = shown;
        this.onShow = onShow;
        this.onTakeBack = onTakeBack;
        UnorderedList list = new UnorderedList();
        list.addClassName("file-lines");
        versions.forEach(version -> list.add(line(version, version.equals(versions.get(0)))));
        add(new H2(context.text("file.versions")), list);
    }

    private ListItem line(StoredFile version, boolean newest) {
        NativeButton name = new NativeButton(context.text("file.version", version.version()));
        name.addClickListener(event -> onShow.accept(version));
        name.addClassNames("plain", "file-name", "strong");
        if (version.id() == shown.id()) {
            name.getElement().setAttribute("aria-current", "true");
        }
        Span about = new Span(FileSize.of(context, version.size()) + " · " + context.format(version.by()) + " · "
                + new RelativeTime(context).past(version.at()));
        about.addClassNames("muted", "small");
        Div text = new Div(name, new Div(about));
        text.addClassName("file-text");
        ListItem line = new ListItem(text);
        line.addClassName("file-line");
        if (onTakeBack != null && !newest) {
            Button back = new Button(context.text("file.takeBack"), event -> onTakeBack.accept(version));
            back.addThemeVariants(ButtonVariant.LUMO_SMALL);
            back.getElement().setAttribute("aria-label", context.text("file.takeBack.version", version.version()));
            line.add(back);
        }
        return line;
    }
}
