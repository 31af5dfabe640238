package org.sencrm.ui.permission;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.StreamResource;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sencrm.ui.host.HostContext;

/** What the matrix shows now as a file. */
final class MatrixLink extends Anchor {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient MatrixCsv csv;
    private transient List<MatrixRow> rows = List.of();
    private transient List<MatrixColumn> columns = List.of();

    MatrixLink(HostContext context) {
        this.context = context;
        this.csv = new MatrixCsv(new MatrixWords(context)::of);
        StreamResource file = new StreamResource("roles-permissions.csv", this::write);
        file.setContentType("text/csv; charset=UTF-8");
        file.setCacheTime(0);
        setHref(file);
        setText(context.text("audit.export"));
        addClassName("link");
        getElement().setAttribute("download", true);
    }

    void show(List<MatrixRow> shown, List<MatrixColumn> wanted) {
        rows = shown;
        columns = wanted;
    }

    /** A table of roles is small: it is written while the page waits. */
    private void write(OutputStream out, VaadinSession session) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        session.lock();
        try {
            csv.write(context.text("matrix.corner"), rows, columns, writer);
        } finally {
            session.unlock();
        }
    }
}
