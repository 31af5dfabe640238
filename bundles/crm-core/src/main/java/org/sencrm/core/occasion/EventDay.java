package org.sencrm.core.occasion;

import org.osgi.service.component.annotations.Component;
import org.sencrm.api.automation.AutomationTrigger;

/** It is the day of a personal event. */
@Component(property = {AutomationTrigger.CODE + "=" + EventDay.CODE, AutomationTrigger.TYPE + "=personalevents"})
public final class EventDay implements AutomationTrigger {

    static final String CODE = "core.eventDay";
}
