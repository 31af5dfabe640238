package org.sencrm.ui.file;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.file.Files;
import org.sencrm.api.file.StoredFile;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.upload.FileUpload;
import org.sencrm.ui.upload.Refusal;

/** The files of a record, with a place to drop more. Follows what others add. */
public final class FilesPanel extends Section {

    private static final long serialVersionUID = 1L;

    private static final int MOST_AT_ONCE = 10;

    private final transient HostContext context;
    private final transient Reference record;
    private final transient Files files;
    private final boolean mayChange;
    private final H2 title = new H2();
    private final UnorderedList lines = new UnorderedList();
    /** Null before the first reading. */
    private transient List<StoredFile> shown;

    private final Paragraph nothing = new Paragraph();
    private final Refusal refusal;

    /** @param mayChange whether the person may change the record, and so its files */
    public FilesPanel(HostContext context, Reference record, Files files, boolean mayChange) {
        this.context = context;
        this.record = record;
        this.files = files;
        this.mayChange = mayChange;
        refusal = new Refusal(context);
        addClassNames("card", "pad", "files");
        getElement().setAttribute("aria-label", context.text("file.title"));
        nothing.setText(context.text("file.nothing"));
        nothing.addClassName("muted");
        lines.addClassName("file-lines");
        add(title, nothing, lines, refusal);
        if (mayChange) {
            add(upload());
        }
        show(List.of());
        context.whenChanged(this, record, this::load);
        load();
    }

    private FileUpload<StoredFile> upload() {
        int most = (int) Math.min(Integer.MAX_VALUE, files.largest());
        FileUpload<StoredFile> upload = new FileUpload<>(
                context,
                new FileUpload.Kind("file.upload.", MOST_AT_ONCE, most, List.of()),
                (caller, name, content) -> files.add(caller, record.type(), record.id(), name, content),
                added -> load(),
                refusal::say);
        upload.addStartedListener(event -> refusal.clear());
        return upload;
    }

    private void load() {
        Caller caller = context.caller();
        context.background(() -> files.list(caller, record.type(), record.id()), this::show);
    }

    private void show(List<StoredFile> found) {
        if (found.equals(shown)) {
            // a line that is drawn again swallows a click that is on its way
            return;
        }
        shown = found;
        title.removeAll();
        Span count = new Span(Integer.toString(found.size()));
        count.addClassName("muted");
        title.add(new Span(context.text("file.title") + " "), count);
        count.setVisible(!found.isEmpty());
        nothing.setVisible(found.isEmpty());
        lines.removeAll();
        found.forEach(
                file -> lines.add(new FileLine(context, file, () -> open(file), mayChange ? () -> trash(file) : null)));
    }

    private void open(StoredFile file) {
        new FileDialog(context, files, file, mayChange, this::load).open();
    }

    private void trash(StoredFile file) {
        Caller caller = context.caller();
        try {
            files.trash(caller, file.id());
            load();
            context.informWithUndo(context.text("file.trashed", file.name()), () -> restore(caller, file));
        } catch (Fault refused) {
            context.report(refused);
        }
    }

    private void restore(Caller caller, StoredFile file) {
        try {
            files.restore(caller, file.id());
            load();
        } catch (Fault refused) {
            context.report(refused);
        }
    }
}
