package org.sencrm.sales.ui;

import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.record.Choice;
import org.sencrm.api.setting.Setting;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.SettingsPage;

/** Where new opportunities start, and what the overview shows to begin with. */
@Component
public class SalesSettingsPage implements SettingsPage {

    private final Access access;

    @Activate
    public SalesSettingsPage(@Reference Access access) {
        this.access = access;
    }

    @Override
    public String path() {
        return "sales";
    }

    @Override
    public String icon() {
        return "funnel";
    }

    @Override
    public boolean offered(ScreenContext context) {
        return Opportunities.readable(access, context);
    }

    @Override
    public List<Setting> settings() {
        return List.of(SalesSettings.PIPELINE, SalesSettings.PERIOD);
    }

    @Override
    public List<Choice> choices(ScreenContext context, Setting setting) {
        return setting.equals(SalesSettings.PIPELINE)
                ? new Pipelines(context)
                        .active().stream()
                                .map(pipeline -> new Choice(String.valueOf(pipeline.id()), pipeline.label(), null))
                                .toList()
                : Arrays.stream(Period.values())
                        .map(period ->
                                new Choice(period.key(), context.text("sales.pipeline.period." + period.key()), null))
                        .toList();
    }
}
