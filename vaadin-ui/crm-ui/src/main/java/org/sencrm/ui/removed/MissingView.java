package org.sencrm.ui.removed;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import javax.servlet.http.HttpServletResponse;
import org.sencrm.ui.frame.MainLayout;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.view.RemovedNotice;

/** Answers an address at which there is no page. */
@ParentLayout(MainLayout.class)
public final class MissingView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;

    public MissingView(HostContext context) {
        this.context = context;
        addClassName("view");
        add(new RemovedNotice(context));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> problem) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return context.text("removed.title") + " · " + context.text("product.name");
    }
}
