package org.sencrm.vietnam.ui;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.setting.Setting;
import org.sencrm.ui.api.SettingsPage;
import org.sencrm.vietnam.calendar.Holidays;
import org.sencrm.vietnam.money.AmountWords;

/** What a firm decides: how strict tax codes are, which days it is closed, how it says amounts. */
@Component
public final class VietnamSettingsPage implements SettingsPage {

    @Override
    public String path() {
        return "vietnam";
    }

    @Override
    public String icon() {
        return "flag";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.choice("vietnam.taxCode", "refuse", "warn").otherwise("refuse"),
                Setting.choice(Holidays.TET, "1", "2", "3").otherwise("1"),
                Setting.choice(Holidays.NATIONAL, "before", "after").otherwise("before"),
                Setting.choice(AmountWords.ZERO_TENS, "linh", "le").otherwise("linh"));
    }
}
