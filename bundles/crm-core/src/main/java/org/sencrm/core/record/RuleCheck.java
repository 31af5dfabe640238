package org.sencrm.core.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.api.field.RecordRule;
import org.sencrm.core.type.StoredRule;

/** Asks the rules of administrators about a draft: those on which a change of it has a bearing. */
final class RuleCheck {

    private final RecordDraft draft;
    private final Map<String, Object> values;

    RuleCheck(RecordDraft draft) {
        this.draft = draft;
        this.values = new HashMap<>(draft.values());
    }

    /** Names of the fields that are not shown, and so not required. */
    Set<String> hidden() {
        return rules(RecordRule.Kind.SHOW)
                .filter(rule -> !rule.holds().test(values))
                .map(rule -> rule.rule().field())
                .collect(Collectors.toSet());
    }

    /** Leaves errors in the draft. */
    void check() {
        rules(RecordRule.Kind.SHOW).filter(this::isConcerned).forEach(this::checkShown);
        rules(RecordRule.Kind.CHOICES).filter(this::isConcerned).forEach(this::checkChoices);
        rules(RecordRule.Kind.REFUSE).filter(this::isConcerned).forEach(this::checkRefused);
    }

    private Stream<StoredRule> rules(RecordRule.Kind kind) {
        return draft.storedType().rules().stream().filter(rule -> rule.rule().kind() == kind);
    }

    private boolean isConcerned(StoredRule rule) {
        return draft.isNew() || rule.sources().stream().anyMatch(source -> !same(source));
    }

    private boolean same(String field) {
        return Objects.equals(values.get(field), draft.stored().values().get(field));
    }

    private void checkShown(StoredRule rule) {
        String field = rule.rule().field();
        boolean missing = rule.rule().required() && rule.holds().test(values) && values.get(field) == null;
        if (missing && !draft.hasError(field)) {
            draft.error(field, "required", "fault.value.required");
        }
    }

    private void checkChoices(StoredRule rule) {
        String name = rule.rule().field();
        List<String> offered = rule.offered(values);
        Object value = values.get(name);
        Collection<?> codes =
                value instanceof Collection<?> several ? several : value == null ? List.of() : List.of(value);
        if (offered != null && !offered.containsAll(codes) && !draft.hasError(name)) {
            draft.error(name, "unknownChoice", "fault.rule.choice");
        }
    }

    private void checkRefused(StoredRule rule) {
        if (rule.holds().test(values)) {
            Map<String, String> message = rule.rule().message();
            draft.refuseWith(
                    rule.rule().field(), message.get(draft.caller().locale().getLanguage()));
        }
    }
}
