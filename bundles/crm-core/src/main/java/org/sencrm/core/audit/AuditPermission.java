package org.sencrm.core.audit;

import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.ModulePermission;
import org.sencrm.api.audit.AuditTrail;

/** Lets a role read the audit trail, without any other right. */
@Component(property = ModulePermission.CODE + "=" + AuditTrail.PERMISSION)
public final class AuditPermission implements ModulePermission {}
