package org.sencrm.core.record;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.record.Summary;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeObserver;

/**
 * Company totals read a moment ago. They count whole tables, and lists and boards ask for them all day, at every change of
 * anybody. Keeps names and figures only, nothing of a module; what is kept of a type goes with it. Thread safe.
 */
final class RecentTotals implements TypeObserver {

    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST = 500;

    private final Clock clock;
    /** The oldest first. */
    private final Map<Question, Kept> kept = new LinkedHashMap<>();

    RecentTotals(Clock clock) {
        this.clock = clock;
    }

    /**
     * All that an answer follows from but the records. Whether it may be asked has been found out before, each time.
     *
     * @param field null for the total alone
     * @param known which records the caller knows, who is named in it: figures of one moment, folded by what somebody else
     *     knows or by the records of another moment, would tell of single ones
     * @param rateDays by measure, the fields that say at the rate of which day amounts are converted
     */
    record Question(
            String type,
            String field,
            List<String> measures,
            Object known,
            int fewest,
            String currency,
            Map<String, List<String>> rateDays) {}

    /**
     * What may be told, without any label.
     *
     * @param groups by what they have in common; null for records without a value
     */
    record Told(Map<Object, Summary.Totals> groups, Summary.Totals total, Map<String, List<String>> rateDays) {}

    private record Kept(Optional<Told> told, Instant from) {

        boolean isRecent(Instant now) {
            return !now.isBefore(from) && now.isBefore(from.plus(KEPT));
        }
    }

    /** Reads an answer from the database. */
    @FunctionalInterface
    interface Reading {
        Optional<Told> read() throws SQLException;
    }

    /** The answer of a moment ago, else that of now; two who ask at once may both read. */
    Optional<Told> answer(Question question, Reading reading) throws SQLException {
        Instant now = clock.instant();
        synchronized (kept) {
            Kept before = kept.get(question);
            if (before != null && before.isRecent(now)) {
                return before.told();
            }
        }
        Optional<Told> told = reading.read();
        keep(question, new Kept(told, now));
        return told;
    }

    private void keep(Question question, Kept answer) {
        synchronized (kept) {
            kept.remove(question);
            kept.put(question, answer);
            Iterator<Kept> oldest = kept.values().iterator();
            while (oldest.hasNext() && (!oldest.next().isRecent(answer.from()) || kept.size() > MOST)) {
                oldest.remove();
            }
        }
    }

    @Override
    public void appeared(StoredType type) {
        // nothing is kept of it yet
    }

    @Override
    public void gone(StoredType type) {
        synchronized (kept) {
            kept.keySet().removeIf(question -> question.type().equals(type.name()));
        }
    }
}
