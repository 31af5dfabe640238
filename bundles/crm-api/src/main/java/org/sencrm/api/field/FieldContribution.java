package org.sencrm.api.field;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Fields that a module adds to record types of others, published as a service. While the service is there they are fields
 * like any other: in lists, forms, filters, sorting, totals, quick search, imports, exports, REST, permissions, history, and
 * in the {@link org.sencrm.api.record.Draft} of every hook. When the service goes they vanish from the type and their values
 * stay in the database; when it comes again so do they. Purging the module writes their values to a file first and then
 * takes them away.
 *
 * <p>Asked once, soon after the service has appeared, on a thread of the product; the fields are there a moment later,
 * without a restart and without any other bundle being touched. A type may come later than the fields for it.
 *
 * <p>The first who names a field has the name, also while that module is away. A field whose name belongs to the type, to a
 * custom field of an administrator or to another module is left out, as is one that makes no sense: the log says so with the
 * reason, and the module's other fields are not concerned. It is tried again when the fields of the type change. A name that
 * begins with a word of the module is therefore a good one. A change of the fields of a running module is an unregistration
 * and a registration.
 *
 * <p>An exception leaves out all fields of the service and is told with the health of the module.
 *
 * <pre>{@code
 * @Component
 * public final class AddressFields implements FieldContribution {
 *     public List<ContributedField> fields() {
 *         return List.of(
 *                 ContributedField.of("accounts", "province", FieldKind.CHOICE).being(Trait.LISTED),
 *                 ContributedField.of("accounts", "ward", FieldKind.TEXT).being(Trait.SEARCHABLE));
 *     }
 * }
 * }</pre>
 *
 * with {@code accounts.province = Province} in the module's message files, and for the choices a
 * {@link org.sencrm.api.record.ChoiceSource} with {@code crm.field=accounts.province}.
 */
@ConsumerType
public interface FieldContribution {

    /** In the order of the form. */
    List<ContributedField> fields();
}
