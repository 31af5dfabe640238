package org.sencrm.core.field;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.formula.Formula;
import org.sencrm.core.formula.FormulaProblem;
import org.sencrm.core.type.Calculation;

/** The formula of a field, with the kind in which the field holds the result. */
record FieldFormula(Formula formula, FieldKind kind) implements Calculation {

    /** No field has this name: what needs it is never calculated. */
    private static final String NOWHERE = " ";

    static Calculation of(CustomField field) {
        try {
            return new FieldFormula(Formula.of(field.expression()), field.kind());
        } catch (FormulaProblem e) {
            // written for another version of the product: its values stay as they are
            return new FieldFormula(null, field.kind());
        }
    }

    @Override
    public Set<String> sources() {
        return formula == null ? Set.of(NOWHERE) : formula.sources();
    }

    @Override
    public Object calculate(Map<String, Object> values, Supplier<String> currency) {
        return formula.calculate(values, kind, currency);
    }
}
