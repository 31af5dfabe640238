package org.sencrm.core.record;

import java.util.Arrays;
import org.sencrm.api.access.Access;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.setting.Settings;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;

/** What company totals tell of, as administrators decide and no further. */
final class TotalsLimits {

    /** Whatever is set: with fewer there would be nothing to hide among. */
    private static final int FEWEST = 3;

    private final Settings settings;

    TotalsLimits(Settings settings) {
        this.settings = settings;
    }

    /** How many records that the caller does not know stand behind each figure. */
    int fewest() {
        return Math.max(FEWEST, Integer.parseInt(settings.get(Access.TOTALS_FEWEST, Access.TOTALS_FEWEST_USUAL)));
    }

    /**
     * Whether there are groups by the field: one of each type, as of two that contain one another the tables could be
     * subtracted; others where an administrator knows that they do not. Never by what somebody types.
     */
    boolean allowGroups(StoredType type, StoredField field) {
        boolean few = field.kind() == FieldKind.CHOICE || field.name().equals(SystemFields.TEAM);
        return few && (field.name().equals(type.declared().boardField()) || isNamed(type.name() + "." + field.name()));
    }

    private boolean isNamed(String field) {
        return Arrays.asList(settings.get(Access.TOTALS_FIELDS, "").split("[,;\\s]+"))
                .contains(field);
    }

    /**
     * Whether a measure is told: counts, and sums of what stands for itself. The smallest, the largest and the average of few
     * values are values; a sum of what is made of other fields, less the sums of these, can be that of a single record.
     */
    static boolean allow(Measure measure) {
        return measure.function() == Measure.Function.COUNT
                || !measure.field().isComputed()
                        && measure.field().derivedFrom().isEmpty();
    }
}
