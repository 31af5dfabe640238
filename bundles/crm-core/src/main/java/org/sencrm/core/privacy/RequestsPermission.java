package org.sencrm.core.privacy;

import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.ModulePermission;
import org.sencrm.api.privacy.PersonalData;

/** Lets a role answer the requests of people about their data. */
@Component(property = ModulePermission.CODE + "=" + PersonalData.PERMISSION)
public final class RequestsPermission implements ModulePermission {}
