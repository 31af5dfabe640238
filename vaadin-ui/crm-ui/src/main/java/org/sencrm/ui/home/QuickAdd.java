package org.sencrm.ui.home;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Records;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.host.HostContext;

/** Plans the next thing to do in one line. */
final class QuickAdd extends Div {

    private static final long serialVersionUID = 1L;
    private static final String TASK = "task";

    private final transient HostContext context;
    private final transient Editor due;
    private final TextField subject;

    QuickAdd(HostContext context) {
        this.context = context;
        addClassName("quick-add");
        subject = new TextField(context.text("home.add.subject"));
        subject.addClassName("subject");
        subject.addKeyPressListener(Key.ENTER, event -> save());
        RecordType type = context.types().get(TodaysWork.TYPE);
        due = new Editors(context, null).of(type, type.field(TodaysWork.DUE_AT).orElseThrow());
        add(subject, due.component(), new Button(context.text("home.add"), event -> save()));
    }

    private void save() {
        if (subject.isEmpty()) {
            subject.setInvalid(true);
            subject.setErrorMessage(context.text("home.add.missing"));
            subject.focus();
            return;
        }
        if (due.isUnreadable()) {
            due.focus();
            return;
        }
        String name = subject.getValue().strip();
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("kind", TASK);
        values.put(TodaysWork.DUE_AT, due.value());
        Caller caller = context.caller();
        Records records = context.records();
        context.background(() -> records.create(caller, TodaysWork.TYPE, values), created -> {
            subject.clear();
            subject.setInvalid(false);
            due.show(null);
            context.inform(context.text("create.added", name));
        });
    }
}
