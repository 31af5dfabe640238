package org.sencrm.ui.audit;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.SettingsPage;
import org.sencrm.ui.host.HostContext;

/** Who did what and who looked at what; for whoever may read the audit trail, without any other right. */
@Component
public final class AuditPage implements SettingsPage {

    private final Access access;
    private final AuditTrail trail;

    @Activate
    public AuditPage(@Reference Access access, @Reference AuditTrail trail) {
        this.access = access;
        this.trail = trail;
    }

    @Override
    public String path() {
        return "audit";
    }

    @Override
    public String icon() {
        return "shield";
    }

    @Override
    public int order() {
        return 16;
    }

    @Override
    public boolean offered(ScreenContext context) {
        return access.allows(context.caller(), AuditTrail.PERMISSION);
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> create(ScreenContext context) {
        return Optional.of(new AuditPanel(HostContext.current(), trail));
    }
}
