package org.sencrm.core.occasion;

import org.osgi.service.component.annotations.Component;
import org.sencrm.api.automation.AutomationTrigger;

/** It is a contact's birthday in a week. */
@Component(property = {AutomationTrigger.CODE + "=" + BirthdayAhead.CODE, AutomationTrigger.TYPE + "=contacts"})
public final class BirthdayAhead implements AutomationTrigger {

    static final String CODE = "core.birthdayAhead";
}
