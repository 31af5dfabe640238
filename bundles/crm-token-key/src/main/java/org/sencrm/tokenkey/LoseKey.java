package org.sencrm.tokenkey;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.RecordAction;

/** Action {@code lost} of keys: Nobody knows where it is. */
@Component(
        service = RecordAction.class,
        property = {RecordAction.TYPE + "=tokenkeys", RecordAction.NAME + "=lost"})
public final class LoseKey extends EndKey {

    @Activate
    public LoseKey(@Reference KeyEnd keyEnd) {
        super(keyEnd, KeyState.LOST);
    }
}
