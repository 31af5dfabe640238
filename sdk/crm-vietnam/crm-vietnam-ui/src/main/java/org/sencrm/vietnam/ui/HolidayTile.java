package org.sencrm.vietnam.ui;

import com.vaadin.flow.component.Component;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.setting.Settings;
import org.sencrm.ui.api.HomeTile;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.vietnam.calendar.Holidays;

/** Today in the lunar calendar, and the next public holidays, on the home page. */
@org.osgi.service.component.annotations.Component
public final class HolidayTile implements HomeTile {

    private final Access access;
    private final Settings settings;

    @Activate
    public HolidayTile(@Reference Access access, @Reference Settings settings) {
        this.access = access;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public Component create(ScreenContext context) {
        return new HolidayView(context, access, Holidays.of(settings));
    }
}
