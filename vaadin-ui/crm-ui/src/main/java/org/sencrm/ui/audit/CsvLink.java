package org.sencrm.ui.audit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.StreamResource;
import com.vaadin.flow.server.VaadinSession;
import java.io.OutputStream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.audit.AuditQuery;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.ui.host.HostContext;

/** All entries that fit the filters as a file. */
final class CsvLink extends Anchor {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient AuditTrail trail;
    private final AuditFilters filters;

    CsvLink(HostContext context, AuditTrail trail, AuditFilters filters) {
        this.context = context;
        this.trail = trail;
        this.filters = filters;
        StreamResource file = new StreamResource("audit-trail.csv", this::write);
        file.setContentType("text/csv; charset=UTF-8");
        file.setCacheTime(0);
        setHref(file);
        setText(context.text("audit.export"));
        addClassName("link");
        getElement().setAttribute("download", true);
    }

    /** What is chosen when it is asked for. */
    private void write(OutputStream out, VaadinSession session) {
        Caller caller;
        AuditQuery query;
        session.lock();
        try {
            caller = context.caller();
            query = filters.query();
        } finally {
            session.unlock();
        }
        trail.write(caller, query, out);
    }
}
