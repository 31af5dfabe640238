package org.sencrm.api.automation;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that a module notices about a record and by which automations may be started, beside its creation and change.
 * Published as a service with the properties {@link #CODE} and {@link #TYPE}; the label is the message {@code
 * automation.trigger.<code>}. It has no methods: the module calls {@link Automations#fire} whenever it happens.
 *
 * <pre>{@code
 * @Component(property = {AutomationTrigger.CODE + "=acme.overdue", AutomationTrigger.TYPE + "=opportunities"})
 * public final class Overdue implements AutomationTrigger {}
 * ...
 * automations.fire("acme.overdue", "opportunities", id);
 * }</pre>
 */
@ConsumerType
public interface AutomationTrigger {

    /** Service property: the code, unique in the product, at most 60 characters; begin it with a word of the module. */
    String CODE = "crm.trigger";

    /** Service property: the record types that it concerns, one or several. */
    String TYPE = "crm.type";
}
