package org.sencrm.api.field;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/**
 * Adds fields to record types while the product runs, for administrators only. A custom field is a field like any other
 * from the moment in which the call returns: in records, filters, sorting, totals, imports, exports, permissions and
 * history. Thread safe.
 *
 * <p>What describes a field travels by the names {@code name, label, kind, required, unique, default, options, target,
 * expression, result, rollUp}. A label is one text, or a text for each language by its code; an option is a map of {@code
 * code}, {@code label} and {@code retired}. An option that is left out while records have it is retired instead of removed.
 *
 * <p>A field of kind {@code formula} has an {@code expression} over other fields of the record, and a {@code result}: {@code
 * number, money, percent, text, date} or {@code boolean}; without one, what the expression comes to. One of kind {@code
 * rollUp} has a {@code rollUp} with the members {@code function, type, by, field, filter}, see {@link RollUp}. Both are
 * read-only for everybody, stored like other values and kept up to date in the transaction of the change that they follow
 * from; when such a field is made or changed, the records that are already there follow in the background.
 *
 * <p>Faults: {@link org.sencrm.api.fault.Forbidden} for anybody but administrators,
 * {@link org.sencrm.api.fault.NotFound} for a type or field that is not there,
 * {@link org.sencrm.api.fault.InvalidRecord} with all that is wrong with a description,
 * {@link org.sencrm.api.fault.Conflict} where somebody else was faster, {@link org.sencrm.api.fault.NotNow} where the
 * records of the type are too busy to take a change of their table.
 */
@ProviderType
public interface CustomFields {

    /** The custom fields of a type, oldest first. A formula and a roll-up have the kind of their result. */
    List<CustomField> list(Caller caller, String type);

    CustomField get(Caller caller, String type, String name);

    CustomField create(Caller caller, String type, Map<String, ?> description);

    /**
     * Changes the named members of a description and leaves the others; name, kind, result and target never change.
     *
     * @param version the version that the caller saw; null to change whatever is there
     * @param patch by name; null takes a value away
     */
    CustomField update(Caller caller, String type, String name, Long version, Map<String, ?> patch);

    /**
     * Takes the field and all its values away. Their history stays in the change log. A field from which a formula or a
     * roll-up follows is refused.
     *
     * @param version as for {@link #update}
     */
    void remove(Caller caller, String type, String name, Long version);
}
