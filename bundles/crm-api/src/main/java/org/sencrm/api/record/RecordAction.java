package org.sencrm.api.record;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.sencrm.api.access.Caller;

/**
 * Something special that can be done with one record, such as converting a lead. Published as a service with the
 * properties {@link #TYPE} and {@link #NAME}; the label is the message {@code <type>.action.<name>}. Called only for
 * records that the caller may change, inside a transaction of its own.
 */
@ConsumerType
public interface RecordAction {

    /** Service property: name of the record type. */
    String TYPE = "crm.type";

    /** Service property: camel case name, part of the address. */
    String NAME = "crm.action";

    /**
     * Service property: {@code true} for what is dangerous in the hands of somebody who finds a browser open. It runs for
     * callers at a browser only where they proved lately who they are, see {@link org.sencrm.api.access.Access#requireProof};
     * a screen asks them.
     *
     * @since 1.4
     */
    String PROOF = "crm.action.proof";

    /**
     * @param input what the caller sent, as parsed JSON; empty for nothing
     * @return what the caller gets: references, records, text, numbers, maps and lists of them; null for nothing. A
     *     text alone is a sentence in the caller's language, which screens show
     */
    Object run(Caller caller, RecordData record, Map<String, Object> input);

    /** Whether a screen offers the action on this record now. */
    default boolean offered(Caller caller, RecordData record) {
        return true;
    }

    /** Whether the action runs without any input, so that a plain button is enough for it. */
    default boolean needsInput() {
        return false;
    }
}
