package org.sencrm.core.retention;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.privacy.Retention;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;

/** A rule makes sense, is set by administrators, and is off until somebody who saw what it would do switches it on. */
@Component(property = RecordHook.TYPE + "=" + Retention.RULES)
public final class RuleChecks implements RecordHook {

    private static final int MOST_MONTHS = 1200;
    private static final int USUAL = 500;
    private static final int MOST_A_NIGHT = 5000;
    private static final Set<String> SELECTING = Set.of(Rule.SUBJECT, Rule.FIELD, Rule.MONTHS, Rule.FILTER);

    private final Access access;
    private final Records records;
    private final RecordTypes types;

    @Activate
    public RuleChecks(@Reference Access access, @Reference Records records, @Reference RecordTypes types) {
        this.access = access;
        this.records = records;
        this.types = types;
    }

    @Override
    public void beforeSave(Draft draft) {
        guard(draft);
        if (draft.get(Rule.MOST) == null) {
            draft.set(Rule.MOST, BigDecimal.valueOf(USUAL));
        }
        within(draft, Rule.MONTHS, MOST_MONTHS);
        within(draft, Rule.MOST, MOST_A_NIGHT);
        if (draft.get(Rule.SUBJECT) instanceof String name && draft.get(Rule.MONTHS) != null) {
            types.find(name).ifPresent(type -> check(draft, type));
        }
        switchOff(draft);
    }

    @Override
    public void beforeDelete(Draft draft) {
        guard(draft);
    }

    /** Whatever a role grants: it takes away what others work with. */
    private void guard(Draft draft) {
        Caller caller = draft.caller();
        if (!caller.isSystem() && !access.isAdministrator(caller)) {
            draft.refuse(null, "retentionrules.administrators");
        }
    }

    private static void within(Draft draft, String field, int most) {
        if (draft.get(field) instanceof BigDecimal number
                && (number.signum() <= 0
                        || number.compareTo(BigDecimal.valueOf(most)) > 0
                        || number.stripTrailingZeros().scale() > 0)) {
            draft.refuse(field, "retentionrules.number", most);
        }
    }

    private void check(Draft draft, RecordType type) {
        String field = (String) draft.get(Rule.FIELD);
        boolean isDay = field == null
                || type.field(field)
                        .filter(known -> known.kind() == FieldKind.DATE || known.kind() == FieldKind.DATE_TIME)
                        .isPresent();
        if (!isDay) {
            draft.refuse(Rule.FIELD, "retentionrules.dateField.none", String.join(", ", days(type)));
        }
        if (draft.get(Rule.FILTER) instanceof String filter) {
            try {
                Query query = Query.of(type.name()).where(filter).reading("id").limitedTo(1);
                records.list(draft.caller(), query);
            } catch (Fault unusable) {
                draft.refuse(Rule.FILTER, "retentionrules.filter.bad");
            }
        }
    }

    private static List<String> days(RecordType type) {
        return type.fields().stream()
                .filter(field -> field.kind() == FieldKind.DATE || field.kind() == FieldKind.DATE_TIME)
                .map(field -> field.name())
                .toList();
    }

    /** What finds other records than before has to be looked at anew. */
    private static void switchOff(Draft draft) {
        boolean wanted = Boolean.TRUE.equals(draft.get(Rule.ACTIVE));
        if (draft.isNew() && wanted) {
            draft.refuse(Rule.ACTIVE, "retentionrules.active.new");
        } else if (wanted && SELECTING.stream().anyMatch(draft::changed)) {
            if (Boolean.TRUE.equals(draft.old(Rule.ACTIVE))) {
                draft.set(Rule.ACTIVE, false);
            } else {
                draft.refuse(Rule.ACTIVE, "retentionrules.active.changed");
            }
        } else if (draft.get(Rule.ACTIVE) == null) {
            draft.set(Rule.ACTIVE, false);
        }
    }
}
