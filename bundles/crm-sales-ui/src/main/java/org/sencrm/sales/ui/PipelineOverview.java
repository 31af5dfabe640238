package org.sencrm.sales.ui;

import com.vaadin.flow.component.Component;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.setting.Settings;
import org.sencrm.ui.api.Screen;
import org.sencrm.ui.api.ScreenContext;

/** The screen on which a sales team sees what is new, open, won and lost, and what the open part is worth. */
@org.osgi.service.component.annotations.Component
public class PipelineOverview implements Screen {

    private final Access access;
    private final SalesSettings settings;

    @Activate
    public PipelineOverview(@Reference Access access, @Reference Settings settings) {
        this.access = access;
        this.settings = new SalesSettings(settings);
    }

    @Override
    public String path() {
        return "pipeline";
    }

    @Override
    public String icon() {
        return "funnel";
    }

    @Override
    public String group() {
        return "group.sales";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean offered(ScreenContext context) {
        return Opportunities.readable(access, context);
    }

    @Override
    public Component create(ScreenContext context) {
        return new PipelinePage(context, settings);
    }
}
