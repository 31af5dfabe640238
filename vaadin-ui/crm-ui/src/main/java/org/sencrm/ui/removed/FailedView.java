package org.sencrm.ui.removed;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import javax.servlet.http.HttpServletResponse;
import org.sencrm.ui.frame.MainLayout;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** Stands in for a page that failed while it was built: what happened, in words, and a way to try again. */
@ParentLayout(MainLayout.class)
public final class FailedView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;

    public FailedView(HostContext context) {
        this.context = context;
        addClassName("view");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> problem) {
        Button again = new Button(
                context.text("failure.again"),
                click -> UI.getCurrent().getPage().reload());
        Section card = new Section(
                Icons.icon("warning"),
                new H1(context.text("failure.title")),
                new Paragraph(context.explain(problem.getCaughtException())),
                again);
        card.addClassNames("card", "empty");
        card.getElement().setAttribute("role", "alert");
        removeAll();
        add(card);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return context.text("failure.title") + " · " + context.text("product.name");
    }
}
