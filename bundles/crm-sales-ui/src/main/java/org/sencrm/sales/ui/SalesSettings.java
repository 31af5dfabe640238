package org.sencrm.sales.ui;

import java.util.Arrays;
import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.Setting;
import org.sencrm.api.setting.Settings;

/** What can be set about sales. Thread safe. */
final class SalesSettings {

    /** Id of the pipeline in which new opportunities start; the rules of opportunities in crm-sales read it too. */
    static final Setting PIPELINE = Setting.choice("sales.pipeline");

    /** The period that the overview shows to begin with. */
    static final Setting PERIOD = Setting.choice(
                    "sales.period",
                    Arrays.stream(Period.values()).map(Period::key).toArray(String[]::new))
            .ofUser()
            .otherwise(Period.ALL.key())
            .required();

    private final Settings settings;

    SalesSettings(Settings settings) {
        this.settings = settings;
    }

    /** Whether new opportunities start in the pipeline of this id. */
    boolean isUsual(long pipeline) {
        return String.valueOf(pipeline).equals(settings.get(PIPELINE.key(), null));
    }

    Period period(Caller caller) {
        String chosen = settings.own(caller, PERIOD.key(), PERIOD.otherwise());
        return Arrays.stream(Period.values())
                .filter(period -> period.key().equals(chosen))
                .findFirst()
                .orElse(Period.ALL);
    }
}
