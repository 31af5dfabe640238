package org.sencrm.core.signin;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.PasswordLinks;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;

/** Action {@code invite} of users, for administrators: mails a link with which the user sets a password. */
@Component(property = {RecordAction.TYPE + "=users", RecordAction.NAME + "=invite"})
public final class Invite implements RecordAction {

    private final PasswordLinks links;
    private final Access access;

    @Activate
    public Invite(@Reference PasswordLinks links, @Reference Access access) {
        this.links = links;
        this.access = access;
    }

    @Override
    public Object run(Caller caller, RecordData record, Map<String, Object> input) {
        links.invite(caller, record.id());
        return null;
    }

    @Override
    public boolean offered(Caller caller, RecordData record) {
        return access.isAdministrator(caller)
                && Boolean.TRUE.equals(record.get("active"))
                && record.get("email") != null
                && links.isOffered();
    }
}
