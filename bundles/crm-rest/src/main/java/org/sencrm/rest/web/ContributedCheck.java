package org.sencrm.rest.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sencrm.api.health.HealthCheck;
import org.sencrm.api.health.HealthCheck.State;
import org.sencrm.api.health.HealthReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a part of the product says of itself, asked so that it can do no harm: on a thread of its own, and not waited for
 * for long. Only the core can say that the product is down; whatever another part says, at worst something is missing.
 */
final class ContributedCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ContributedCheck.class);
    private static final long PATIENCE_MILLIS = 500;
    /** With one that let wait for its answer before and owes it still. */
    private static final long SHORT_PATIENCE_MILLIS = 200;

    private final HealthCheck check;
    private final String bundle;
    private final String module;
    private Future<Map.Entry<String, State>> pending;

    /**
     * @param bundle whose check it is, the name under which it stands where it does not tell one of its own
     * @param module that the bundle belongs to; null for the core, which alone may say that the product is down
     */
    ContributedCheck(HealthCheck check, String bundle, String module) {
        this.check = check;
        this.bundle = bundle;
        this.module = module;
    }

    boolean isOf(HealthCheck other) {
        return check == other;
    }

    /** Puts its answer among the others, whose names it does not take. */
    void tell(Map<String, State> states, ExecutorService threads) {
        Answer answer = ask(threads);
        states.put(states.containsKey(answer.name()) ? bundle + "." + answer.name() : answer.name(), answer.state());
    }

    /** What is wrong with a module's part; empty where it is well, and for the core. */
    Optional<HealthReport.Finding> finding(ExecutorService threads) {
        if (module == null) {
            return Optional.empty();
        }
        Answer answer = ask(threads);
        return Optional.ofNullable(answer.kind()).map(kind -> new HealthReport.Finding(module, answer.name(), kind));
    }

    /** @param kind what is wrong; null where it is well */
    private record Answer(String name, State state, HealthReport.Kind kind) {}

    private synchronized Answer ask(ExecutorService threads) {
        try {
            long patience = pending == null ? PATIENCE_MILLIS : SHORT_PATIENCE_MILLIS;
            if (pending == null) {
                pending = threads.submit(() -> Map.entry(check.name(), check.state()));
            }
            Map.Entry<String, State> told = pending.get(patience, TimeUnit.MILLISECONDS);
            pending = null;
            State state = module == null || told.getValue() != State.DOWN ? told.getValue() : State.DEGRADED;
            return new Answer(told.getKey(), state, state == State.UP ? null : HealthReport.Kind.UNWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return missing(HealthReport.Kind.SILENT);
        } catch (ExecutionException | RejectedExecutionException e) {
            LOG.warn("The health check of bundle {} failed", bundle, e);
            pending = null;
            return missing(HealthReport.Kind.FAILED);
        } catch (TimeoutException e) {
            LOG.warn("The health check of bundle {} does not answer", bundle);
            return missing(HealthReport.Kind.SILENT);
        }
    }

    private Answer missing(HealthReport.Kind kind) {
        return new Answer(bundle, State.DEGRADED, kind);
    }
}
