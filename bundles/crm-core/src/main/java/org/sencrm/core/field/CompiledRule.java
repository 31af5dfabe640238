package org.sencrm.core.field;

import java.util.LinkedHashSet;
import java.util.Set;
import org.sencrm.api.field.RecordRule;
import org.sencrm.core.formula.Formula;
import org.sencrm.core.formula.FormulaProblem;
import org.sencrm.core.type.StoredRule;

/** Makes a rule ready to be asked. */
final class CompiledRule {

    /** No field has this name: a rule that needs it is never asked. */
    private static final String NOWHERE = " ";

    private CompiledRule() {}

    static StoredRule of(RecordRule rule) {
        Set<String> sources = sources(rule);
        if (rule.condition() == null) {
            return new StoredRule(rule, values -> false, sources);
        }
        try {
            return new StoredRule(rule, Formula.of(rule.condition())::holds, sources);
        } catch (FormulaProblem e) {
            // written for another version of the product
            return new StoredRule(rule, values -> false, Set.of(NOWHERE));
        }
    }

    /** Names of all fields that the rule is about. */
    static Set<String> sources(RecordRule rule) {
        Set<String> sources = new LinkedHashSet<>();
        try {
            if (rule.condition() != null) {
                sources.addAll(Formula.of(rule.condition()).sources());
            }
        } catch (FormulaProblem e) {
            sources.add(NOWHERE);
        }
        if (rule.field() != null) {
            sources.add(rule.field());
        }
        if (rule.by() != null) {
            sources.add(rule.by());
        }
        return sources;
    }
}
