package org.sencrm.api.automation;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.sencrm.api.record.FieldKind;

/**
 * Something that automations can do, published as a service with the property {@link #CODE}, and with {@link #TYPE} where it
 * suits some record types only. The label is the message {@code automation.action.<code>}, that of a parameter
 * {@code automation.action.<code>.<parameter>}.
 *
 * <p>Called inside a transaction of its own on a thread of the product, some moments after the change that started it, with
 * the rights of the automation's owner: change records through {@link org.sencrm.api.record.Records} with the caller that is
 * given, and let leave through {@link org.sencrm.api.outbox.Outbox} what has to leave. So all that it does is done once: a
 * run that was cut off is undone and tried again. It must not wait for anything outside the database.
 *
 * <p>A fault ends the run as failed and its message is in the log of runs;
 * {@link org.sencrm.api.fault.Conflict}, {@link org.sencrm.api.fault.NotNow} and whatever is no fault have it tried again
 * later.
 *
 * <pre>{@code
 * @Component(property = AutomationAction.CODE + "=acme.stamp")
 * public final class Stamp implements AutomationAction {
 *     public List<Parameter> parameters() {
 *         return List.of(new Parameter("text", FieldKind.TEXT, true));
 *     }
 *     public String run(Occasion occasion) {
 *         records.update(occasion.caller(), occasion.record().type(), occasion.record().id(),
 *                 occasion.record().version(), Map.of("note", occasion.parameters().get("text")));
 *         return null;
 *     }
 * }
 * }</pre>
 */
@ConsumerType
public interface AutomationAction {

    /** Service property: the code, unique in the product, at most 60 characters; begin it with a word of the module. */
    String CODE = "crm.automationAction";

    /** Service property: the record types that it suits, one or several; absent for all. */
    String TYPE = "crm.type";

    /** What it has to be told, in the order of a form. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * Does it.
     *
     * @return what was done, for the log of runs, without anybody's data; null for nothing to say
     */
    String run(Occasion occasion);

    /**
     * @param name camel case
     * @param kind its value comes in the Java type of the kind; null for any JSON value as it was written
     * @param source where its values come from, so that a form can offer them; null for whatever is of the kind
     */
    record Parameter(String name, FieldKind kind, boolean required, Source source) {

        /** One whose values come from nowhere in particular. */
        public Parameter(String name, FieldKind kind, boolean required) {
            this(name, kind, required, null);
        }
    }

    /**
     * Where the values of a parameter come from. It helps those who fill in a form; what is stored is not held against it.
     *
     * @param name what it means is told by each of {@link Of}; null for {@link Of#FIELDS}
     */
    record Source(Of of, String name) {

        /** What kind of values. */
        public enum Of {
            /** Codes of the choices of the field {@code type.field}, as text. */
            CHOICES,
            /** Names of the fields that people can write of the record type that the automation is about, as text. */
            FIELDS,
            /** Values of the field that the parameter of this name names, as JSON; the parameter's kind is null. */
            VALUES,
            /** Ids of records of the type of this name, as text. */
            RECORDS
        }

        public static Source choices(String type, String field) {
            return new Source(Of.CHOICES, type + "." + field);
        }

        public static Source fields() {
            return new Source(Of.FIELDS, null);
        }

        /** @param parameter one of the same action with the source {@link #fields} */
        public static Source valuesOf(String parameter) {
            return new Source(Of.VALUES, parameter);
        }

        public static Source records(String type) {
            return new Source(Of.RECORDS, type);
        }
    }
}
