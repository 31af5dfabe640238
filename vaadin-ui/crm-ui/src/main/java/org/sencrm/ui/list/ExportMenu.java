package org.sencrm.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.StreamRegistration;
import com.vaadin.flow.server.StreamResource;
import com.vaadin.flow.server.VaadinSession;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.api.transfer.Exports;
import org.sencrm.ui.host.HostContext;

/** The button that offers what the list shows as a file. */
final class ExportMenu extends Button {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Supplier<Query> query;

    /** @param query what the list shows when the file is asked for */
    ExportMenu(HostContext context, Supplier<Query> query) {
        super(context.text("list.export"));
        this.context = context;
        this.query = query;
        getElement().setAttribute("aria-haspopup", "menu");
        ContextMenu menu = new ContextMenu(this);
        menu.setOpenOnClick(true);
        menu.addItem(file("list.export.xlsx", Exports.Format.XLSX, "xlsx"));
        menu.addItem(file("list.export.csv", Exports.Format.CSV, "csv"));
    }

    private Anchor file(String key, Exports.Format format, String ending) {
        String name = query.get().type() + "-" + LocalDate.now(context.caller().zone()) + "." + ending;
        StreamResource resource = new StreamResource(name, (out, session) -> write(out, session, format));
        resource.setContentType(format.mediaType());
        resource.setCacheTime(0);
        Anchor anchor = new Anchor();
        anchor.setText(context.text(key));
        anchor.getElement().setAttribute("download", true);
        addAttachListener(event -> offer(resource, anchor, event.getSession()));
        return anchor;
    }

    /** The file is there as long as the button: its menu leaves at the click, often before the browser asks for the file. */
    private void offer(StreamResource resource, Anchor anchor, VaadinSession session) {
        StreamRegistration offered = session.getResourceRegistry().registerResource(resource);
        anchor.setHref(offered.getResourceUri().toASCIIString());
        addDetachListener(event -> {
            event.unregisterListener();
            offered.unregister();
        });
    }

    private void write(OutputStream out, VaadinSession session, Exports.Format format) {
        Caller caller;
        Query asked;
        session.lock();
        try {
            caller = context.caller();
            asked = query.get();
        } finally {
            session.unlock();
        }
        context.services().exports().ifPresent(exports -> exports.write(caller, asked, format, out));
    }
}
