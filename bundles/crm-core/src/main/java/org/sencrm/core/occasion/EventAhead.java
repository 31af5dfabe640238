package org.sencrm.core.occasion;

import org.osgi.service.component.annotations.Component;
import org.sencrm.api.automation.AutomationTrigger;

/** It is the day of a personal event in a week. */
@Component(property = {AutomationTrigger.CODE + "=" + EventAhead.CODE, AutomationTrigger.TYPE + "=personalevents"})
public final class EventAhead implements AutomationTrigger {

    static final String CODE = "core.eventAhead";
}
