package org.sencrm.core.occasion;

import org.osgi.service.component.annotations.Component;
import org.sencrm.api.automation.AutomationTrigger;

/** It is a contact's birthday. */
@Component(property = {AutomationTrigger.CODE + "=" + Birthday.CODE, AutomationTrigger.TYPE + "=contacts"})
public final class Birthday implements AutomationTrigger {

    static final String CODE = "core.birthday";
}
