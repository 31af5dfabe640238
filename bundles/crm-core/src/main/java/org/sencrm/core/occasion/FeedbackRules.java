package org.sencrm.core.occasion;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.setting.Settings;

/** What a customer said was said today where nobody says otherwise. */
@Component(property = RecordHook.TYPE + "=feedback")
public final class FeedbackRules implements RecordHook {

    private final CompanyDay day;

    @Activate
    public FeedbackRules(@Reference Settings settings) {
        this(settings, Clock.systemUTC());
    }

    FeedbackRules(Settings settings, Clock clock) {
        this.day = new CompanyDay(settings, clock);
    }

    @Override
    public void beforeSave(Draft draft) {
        if (draft.isNew() && draft.get("heardOn") == null) {
            draft.set("heardOn", day.today());
        }
    }
}
