package org.sencrm.core.field;

import java.util.Set;
import org.sencrm.core.formula.Formula;
import org.sencrm.core.formula.FormulaProblem;

/** What expressions are about. */
final class Expressions {

    private Expressions() {}

    /** Names of the fields that it uses; none where it cannot be read, as whoever stores it says why. */
    static Set<String> sources(String expression) {
        try {
            return Formula.of(expression).sources();
        } catch (FormulaProblem e) {
            return Set.of();
        }
    }
}
