package org.sencrm.core.policy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.privacy.Policies;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.setting.Settings;
import org.sencrm.core.store.Database;

/**
 * A version begins as a draft, comes into force with a text and from a day that is not over, and is then only withdrawn:
 * what people agreed to is what they were shown.
 */
@Component(property = RecordHook.TYPE + "=" + Policies.VERSIONS)
public final class PolicyVersionRules implements RecordHook {

    /** Who looks after a version is not what it says. */
    private static final Set<String> NOT_SAID = Set.of("owner", "team");

    private final Database database;
    private final Settings settings;
    private final Clock clock;
    private final PolicyTable table = new PolicyTable();

    @Activate
    public PolicyVersionRules(@Reference Database database, @Reference Settings settings) {
        this(database, settings, Clock.systemUTC());
    }

    PolicyVersionRules(Database database, Settings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void beforeSave(Draft draft) {
        if (!draft.isNew() && !PolicyFields.DRAFT.equals(draft.old(PolicyFields.STATE))) {
            withdraw(draft);
            return;
        }
        if (draft.get(PolicyFields.STATE) == null) {
            draft.set(PolicyFields.STATE, PolicyFields.DRAFT);
        }
        number(draft);
        if (PolicyFields.WITHDRAWN.equals(draft.get(PolicyFields.STATE))) {
            draft.refuse(PolicyFields.STATE, "policyversions.draft.withdrawn");
        } else if (PolicyFields.IN_FORCE.equals(draft.get(PolicyFields.STATE))) {
            comeIntoForce(draft);
        }
    }

    /** All that is left to do with a version that is no draft any more. */
    private void withdraw(Draft draft) {
        Set<String> changed = new TreeSet<>(draft.changes());
        changed.removeAll(NOT_SAID);
        boolean isWithdrawal = changed.equals(Set.of(PolicyFields.STATE))
                && PolicyFields.IN_FORCE.equals(draft.old(PolicyFields.STATE))
                && PolicyFields.WITHDRAWN.equals(draft.get(PolicyFields.STATE));
        if (isWithdrawal) {
            draft.set(PolicyFields.WITHDRAWN_AT, now());
        } else if (!changed.isEmpty()) {
            draft.refuse(null, "policyversions.final");
        }
    }

    private void number(Draft draft) {
        if (!(draft.get(PolicyFields.POLICY) instanceof org.sencrm.api.record.Reference policy)) {
            return;
        }
        if (!draft.isNew() && draft.changed(PolicyFields.POLICY)) {
            draft.refuse(PolicyFields.POLICY, "policyversions.policy.fixed");
            return;
        }
        if (draft.isNew()) {
            // nobody else numbers a version of this policy until this one is there
            int next = database.write(connection -> table.nextNumber(connection, policy.id()));
            draft.set(PolicyFields.NUMBER, BigDecimal.valueOf(next));
        }
        String name = database.read(connection -> table.name(connection, policy.id()));
        int number = ((BigDecimal) draft.get(PolicyFields.NUMBER)).intValue();
        draft.set("name", InForce.label(name, number));
    }

    private void comeIntoForce(Draft draft) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(settings.get(Settings.ZONE, "UTC")));
        if (draft.get(PolicyFields.TEXT_VI) == null && draft.get(PolicyFields.TEXT_EN) == null) {
            draft.refuse(PolicyFields.TEXT_VI, "policyversions.noText");
        }
        if (draft.get(PolicyFields.FROM) == null) {
            draft.set(PolicyFields.FROM, today);
        } else if (((LocalDate) draft.get(PolicyFields.FROM)).isBefore(today)) {
            draft.refuse(PolicyFields.FROM, "policyversions.inForceFrom.past");
        }
        draft.set(PolicyFields.DECIDED, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void beforeDelete(Draft draft) {
        if (!PolicyFields.DRAFT.equals(draft.old(PolicyFields.STATE))) {
            draft.refuse(null, "policyversions.stays");
        }
    }
}
