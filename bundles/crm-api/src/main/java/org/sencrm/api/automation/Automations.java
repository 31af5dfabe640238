package org.sencrm.api.automation;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/**
 * What happens by itself. Automations are records of the type {@link #TYPE}: when a record of a type is created, changes or
 * something else is noticed of it, and it fits a condition, an action is done with the rights of the automation's owner. It
 * is written down in the transaction of the change and done after its commit, for each record in the order of its changes;
 * nothing is lost whatever happens to the machine. What an automation does may start others, but never itself again, and no
 * chain is longer than five. Thread safe.
 */
@ProviderType
public interface Automations {

    /** Name of the record type. */
    String TYPE = "automations";

    /** How many automations may start each other in a row. */
    int LONGEST_CHAIN = 5;

    /**
     * Tells that a trigger of the module happened to a record. Inside a transaction it counts exactly when that is
     * committed. Costs next to nothing where no automation waits for it.
     *
     * @param trigger the code of an {@link AutomationTrigger}
     */
    void fire(String trigger, String type, long id);

    /** The triggers that are there now, for those who may read automations; else Forbidden. */
    List<Offer> triggers(Caller caller);

    /** The actions that are there now, for those who may read automations; else Forbidden. */
    List<Offer> actions(Caller caller);

    /**
     * Runs of the last ninety days, newest first, for those who may read the automation; else NotFound.
     *
     * @param limit 1 to 200
     * @param before id of a run; only older ones are given; 0 for the newest
     */
    List<AutomationRun> runs(Caller caller, long automation, int limit, long before);

    /**
     * A trigger or an action.
     *
     * @param label in the caller's language
     * @param types that it suits; empty for all
     * @param parameters of an action
     */
    record Offer(String code, String label, List<String> types, List<Input> parameters) {}

    /** @param label in the caller's language */
    record Input(String label, AutomationAction.Parameter parameter) {}
}
