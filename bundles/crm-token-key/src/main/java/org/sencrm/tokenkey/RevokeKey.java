package org.sencrm.tokenkey;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.RecordAction;

/** Action {@code revoke} of keys: Somebody must not use it any more. */
@Component(
        service = RecordAction.class,
        property = {RecordAction.TYPE + "=tokenkeys", RecordAction.NAME + "=revoke"})
public final class RevokeKey extends EndKey {

    @Activate
    public RevokeKey(@Reference KeyEnd keyEnd) {
        super(keyEnd, KeyState.REVOKED);
    }
}
