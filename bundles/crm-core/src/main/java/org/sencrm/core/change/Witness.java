package org.sencrm.core.change;

import org.sencrm.api.record.RecordChange;

/** A part of the engine that adds something of its own to the transaction of every change. Must be quick. */
public interface Witness {

    /** Called in the transaction, after the change is in the log; an exception undoes the transaction. */
    void changing(RecordChange change);
}
