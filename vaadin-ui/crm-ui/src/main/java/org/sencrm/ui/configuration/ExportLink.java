package org.sencrm.ui.configuration;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.StreamResource;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.Configuration;
import org.sencrm.ui.host.HostContext;

/** All changes as a file. */
final class ExportLink extends Anchor {

    private static final long serialVersionUID = 1L;

    private static final String NAME = "configuration.json";

    private final transient HostContext context;
    private final transient Configuration configuration;

    ExportLink(HostContext context, Configuration configuration) {
        this.context = context;
        this.configuration = configuration;
        StreamResource file = new StreamResource(NAME, this::write);
        file.setContentType("application/json");
        file.setCacheTime(0);
        setHref(file);
        setText(context.text("changes.export"));
        addClassName("link");
        getElement().setAttribute("download", true);
    }

    /** The file as it is when it is asked for. */
    private void write(OutputStream out, VaadinSession session) throws IOException {
        Caller caller;
        session.lock();
        try {
            caller = context.caller();
        } finally {
            session.unlock();
        }
        out.write(configuration.write(caller).getBytes(StandardCharsets.UTF_8));
    }
}
