package org.sencrm.api.field;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/**
 * Rules of administrators for the records of a type, made while the product runs. A rule concerns what is new: a new record,
 * and one in which a field is changed that the rule asks; older records stay as they are. Thread safe.
 *
 * <p>A rule is described by the names {@code kind, field, condition, required, message, by, choices}, see
 * {@link RecordRule}; a message is one text, or a text for each language by its code.
 *
 * <p>Faults: {@link org.sencrm.api.fault.Forbidden} for anybody but administrators (not so for {@link #state}),
 * {@link org.sencrm.api.fault.NotFound} for a type or rule that is not there,
 * {@link org.sencrm.api.fault.InvalidRecord} with all that is wrong with a description,
 * {@link org.sencrm.api.fault.Conflict} where somebody else was faster.
 */
@ProviderType
public interface RecordRules {

    /** The rules of a type, oldest first. */
    List<RecordRule> list(Caller caller, String type);

    RecordRule get(Caller caller, String type, long id);

    RecordRule create(Caller caller, String type, Map<String, ?> description);

    /**
     * Changes the named members and leaves the others; the kind never changes.
     *
     * @param version the version that the caller saw; null to change whatever is there
     * @param patch by name; null takes a value away
     */
    RecordRule update(Caller caller, String type, long id, Long version, Map<String, ?> patch);

    /** @param version as for {@link #update} */
    void remove(Caller caller, String type, long id, Long version);

    /**
     * What the rules make of a form, for whoever may read records of the type. Reads nothing but the values.
     *
     * @param values by field, in the Java types of the fields' kinds; a field that is not named is empty
     */
    FormState state(Caller caller, String type, Map<String, ?> values);

    /**
     * What an expression comes to for a record that the caller may read, so that whoever writes it sees an example; for
     * administrators.
     *
     * @param expression as of a formula
     * @param id of a record of the type
     * @return in the Java type of the result's kind; null for nothing
     * @throws org.sencrm.api.fault.InvalidRecord where the expression makes no sense, at the field {@code expression}
     */
    Object example(Caller caller, String type, String expression, long id);
}
