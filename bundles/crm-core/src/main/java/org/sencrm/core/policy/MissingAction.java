package org.sencrm.core.policy;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.privacy.Policies;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;

/** {@code {}} gives {@code {"users":[…]}}, who has not yet agreed, for scripts; the panel on the page shows it to people. */
@Component(property = {RecordAction.TYPE + "=" + Policies.TYPE, RecordAction.NAME + "=missing"})
public final class MissingAction implements RecordAction {

    private final Policies policies;

    @Activate
    public MissingAction(@Reference Policies policies) {
        this.policies = policies;
    }

    @Override
    public Object run(Caller caller, RecordData policy, Map<String, Object> input) {
        return Map.of("users", policies.missing(caller, policy.id()));
    }

    @Override
    public boolean offered(Caller caller, RecordData policy) {
        return false;
    }
}
