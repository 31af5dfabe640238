package org.sencrm.core.type;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.sencrm.api.field.RecordRule;

/**
 * A rule for the records of a type, ready to be asked.
 *
 * @param holds its condition, of the values of a record; for choices never asked
 * @param sources names of the fields on which it depends
 */
public record StoredRule(RecordRule rule, Predicate<Map<String, Object>> holds, Set<String> sources) {

    /** Whether it can be asked: not while a field is away on which it depends. */
    boolean isPossible(StoredType type) {
        return sources.stream().allMatch(source -> type.field(source).isPresent());
    }

    /** The codes that may be chosen with these values; null for all. */
    public List<String> offered(Map<String, Object> values) {
        Object by = values.get(rule.by());
        return by == null ? null : rule.choices().get(by.toString());
    }
}
