package org.sencrm.ui.transfer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.sencrm.api.access.Caller;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.field.RowsTable;
import org.sencrm.ui.host.HostContext;

/** The first rows of the file that have one trouble. */
final class FailedRows extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 50;

    /** @param run id of the import or dry run */
    FailedRows(HostContext context, long run, Imports.Problem problem) {
        setHeaderTitle(problem.message());
        setWidth("min(960px, 96vw)");
        Paragraph reading = new Paragraph(context.text("import.rows.reading"));
        add(reading);
        getFooter().add(new Button(context.text("action.close"), event -> close()));
        Caller caller = context.caller();
        context.background(
                () -> {
                    ErrorRows rows = new ErrorRows(problem, SHOWN);
                    Wizard.imports(context).errors(caller, run, rows);
                    rows.close();
                    return rows;
                },
                rows -> {
                    reading.setText(
                            context.text("import.rows.count", rows.rows().size(), problem.count()));
                    if (!rows.rows().isEmpty()) {
                        add(new RowsTable(problem.message(), rows.header(), rows.rows()));
                    }
                });
    }
}
