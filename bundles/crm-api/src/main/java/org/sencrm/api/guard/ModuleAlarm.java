package org.sencrm.api.guard;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/** Told of modules that cannot be left alone any longer; published as a service. Called on a thread of the guard. */
@ConsumerType
public interface ModuleAlarm {

    /**
     * A call into the module did not end although it was interrupted: its thread is lost until it does.
     *
     * @param what the call, for an administrator
     */
    void hung(String module, String what);

    /**
     * Call after call into the module failed, also after a pause, and none worked in between.
     *
     * @param what the last call, for an administrator
     */
    default void failing(String module, String what) {}

    /** The module kept a connection to the database for longer than this; it was taken away. */
    default void holding(String module, Duration longest) {}

    /**
     * The module declares something under a name that belongs to another, which is left out.
     *
     * @param what the name, for an administrator
     */
    default void misplaced(String module, String what) {}
}
