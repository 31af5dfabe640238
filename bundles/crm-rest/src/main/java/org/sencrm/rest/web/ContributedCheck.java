package org.sencrm.rest.web;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sencrm.api.health.HealthCheck;
import org.sencrm.api.health.HealthCheck.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a part of the product says of itself, asked so that it can do no harm: on a thread of its own, and not waited for
 * for long. Only the core can say that the product is down; whatever another part says, at worst something is missing.
 */
final class ContributedCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ContributedCheck.class);
    private static final long PATIENCE_MILLIS = 500;

    private final HealthCheck check;
    private final String bundle;
    private final boolean core;
    private Future<Map.Entry<String, State>> pending;

    /**
     * @param bundle whose check it is, the name under which it stands where it does not tell one of its own
     * @param core whether it may say that the product is down
     */
    ContributedCheck(HealthCheck check, String bundle, boolean core) {
        this.check = check;
        this.bundle = bundle;
        this.core = core;
    }

    boolean isOf(HealthCheck other) {
        return check == other;
    }

    /** Puts its answer among the others, whose names it does not take. */
    synchronized void tell(Map<String, State> states, ExecutorService threads) {
        String name = bundle;
        State state = State.DEGRADED;
        try {
            if (pending == null) {
                pending = threads.submit(() -> Map.entry(check.name(), check.state()));
            }
            Map.Entry<String, State> answer = pending.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            name = answer.getKey();
            state = core || answer.getValue() != State.DOWN ? answer.getValue() : State.DEGRADED;
            pending = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RejectedExecutionException e) {
            LOG.warn("The health check of bundle {} failed", bundle, e);
            pending = null;
        } catch (TimeoutException e) {
            LOG.warn("The health check of bundle {} does not answer", bundle);
        }
        states.put(states.containsKey(name) ? bundle + "." + name : name, state);
    }
}
