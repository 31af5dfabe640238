package org.sencrm.ui.modules;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.sencrm.api.module.Modules;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.upload.FileUpload;
import org.sencrm.ui.upload.Refusal;

/** Takes a package from this computer, says why it is refused, or leads to its plan. Nothing is installed yet. */
final class UploadDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final FileUpload.Kind PACKAGES =
            new FileUpload.Kind("store.upload.", 1, Math.toIntExact(Modules.LARGEST_PACKAGE), List.of(".kar"));

    private final transient HostContext context;
    private final transient Runnable onDone;
    /** Read on the thread that reads the file. */
    private volatile boolean developmentKeys;

    /** @param onDone called when an operation that followed has ended, well or not */
    UploadDialog(HostContext context, Runnable onDone) {
        this.context = context;
        this.onDone = onDone;
        setHeaderTitle(context.text("store.upload"));
        setWidth("min(560px, 96vw)");
        Refusal refusal = new Refusal(context);
        Paragraph about = new Paragraph(context.text("store.upload.about", Modules.LARGEST_PACKAGE >> 20));
        about.addClassName("muted");
        FileUpload<Modules.Plan> upload = new FileUpload<>(
                context,
                PACKAGES,
                (caller, name, content) -> ModulesView.modules(context).plan(caller, content, developmentKeys),
                this::planned,
                refusal::say);
        upload.addStartedListener(event -> refusal.clear());
        Div content = new Div(about, upload, refusal, developmentKey());
        content.addClassName("stack");
        add(content);
        getFooter().add(new Button(context.text("work.cancel"), event -> close()));
    }

    private Checkbox developmentKey() {
        Checkbox allow = new Checkbox(context.text("store.upload.developmentKey"));
        allow.addValueChangeListener(event -> developmentKeys = event.getValue());
        return allow;
    }

    private void planned(Modules.Plan plan) {
        close();
        new PlanDialog(context, plan, onDone).open();
    }
}
