package org.sencrm.core.type;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which the formulas of a record can be calculated. A formula of which a source is away, as with its module, is
 * left out: its values stay as they are.
 */
final class CalculationOrder {

    private final Map<String, StoredField> fields;
    private final List<StoredField> order = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    CalculationOrder(Map<String, StoredField> fields) {
        this.fields = fields;
    }

    List<StoredField> get() {
        fields.values().stream().filter(field -> field.formula() != null).forEach(this::visit);
        return List.copyOf(order);
    }

    private boolean visit(StoredField field) {
        if (field.formula() == null || order.contains(field)) {
            return true;
        } else if (!seen.add(field.name())) {
            return false;
        }
        boolean possible = true;
        for (String source : field.formula().sources()) {
            possible &= fields.containsKey(source) && visit(fields.get(source));
        }
        if (possible) {
            order.add(field);
        }
        return possible;
    }
}
