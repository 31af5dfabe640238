package org.sencrm.core.change;

import org.sencrm.api.record.RecordChange;

/** A part of the engine that adds something of its own to the transaction of every change. Must be quick. */
public interface Witness {

    /** Service property by which the engine knows that all of them are there. */
    String NAME = "crm.witness";

    /** Called in the transaction, after the change is in the log; an exception undoes the transaction. */
    void changing(RecordChange change);
}
