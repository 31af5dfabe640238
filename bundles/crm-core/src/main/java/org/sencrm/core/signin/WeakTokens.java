package org.sencrm.core.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Of whom the API tokens that were made without a second factor are refused, as one is due by now. Asked for every request of
 * such a token; answered from memory, which is looked at again after five seconds, as that of {@link UserDirectory} is. Thread
 * safe.
 */
final class WeakTokens {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 10_000;

    private final SecondStep secondStep;
    private final Clock clock;
    private final Map<Long, Answer> answers = new ConcurrentHashMap<>();

    WeakTokens(SecondStep secondStep, Clock clock) {
        this.secondStep = secondStep;
        this.clock = clock;
    }

    boolean areRefused(long user) {
        if (answers.size() >= MOST_REMEMBERED) {
            answers.clear();
        }
        Instant now = clock.instant();
        // in here one thread asks, so that of many requests at once one begins the days to set a factor up
        return answers.compute(
                        user,
                        (id, known) -> known != null && known.until.isAfter(now)
                                ? known
                                : new Answer(secondStep.isDue(user), now.plus(REMEMBERED)))
                .refused;
    }

    private record Answer(boolean refused, Instant until) {}
}
