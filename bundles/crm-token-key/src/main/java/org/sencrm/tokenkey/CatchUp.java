package org.sencrm.tokenkey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.job.ScheduledJob;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorListener.Event;
import org.sencrm.api.signin.Factors;

/** Brings the list of keys up to date with what happened while nobody listened, such as while the module was switched off. */
@Component(property = {ScheduledJob.NAME + "=tokenkeys.catchUp", ScheduledJob.SCHEDULE + "=every 15 minutes"})
public final class CatchUp implements ScheduledJob {

    /** What is younger is on its way already. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    private final Records records;
    private final Factors factors;
    private final KeyNews news;
    private final Clock clock;

    @Activate
    public CatchUp(
            @org.osgi.service.component.annotations.Reference Records records,
            @org.osgi.service.component.annotations.Reference Factors factors,
            @org.osgi.service.component.annotations.Reference KeyFacts facts) {
        this(records, factors, facts, Clock.systemUTC());
    }

    CatchUp(Records records, Factors factors, KeyFacts facts, Clock clock) {
        this.records = records;
        this.factors = factors;
        this.news = new KeyNews(records, facts);
        this.clock = clock;
    }

    @Override
    public Map<String, Object> run(Caller caller, Jobs.Progress progress) {
        Map<String, RecordData> keys = activeKeys(caller);
        int changed = 0;
        for (String kind : KeyNews.LISTED) {
            for (Factor factor : factors.all(caller, kind)) {
                RecordData key = keys.remove(Long.toString(factor.id()));
                changed += isYoung(factor) ? 0 : follow(factor, key, caller);
            }
        }
        for (RecordData key : keys.values()) {
            news.changed(Event.REMOVED, gone(key), caller);
            changed++;
        }
        return Map.of("changed", changed);
    }

    /** By the id of their factors. */
    private Map<String, RecordData> activeKeys(Caller caller) {
        Map<String, RecordData> keys = new HashMap<>();
        Query active = Query.of(KeyNews.TYPE).where(Rsql.equal("state", KeyState.ACTIVE));
        records.all(caller, active).forEach(key -> keys.put(key.text("factor"), key));
        return keys;
    }

    /** @return how many keys were changed */
    private int follow(Factor factor, RecordData key, Caller caller) {
        if (key == null) {
            news.changed(Event.CONFIRMED, factor, caller);
            return 1;
        }
        if (Objects.equals(key.get("lastUsedAt"), factor.lastUsedAt())) {
            return 0;
        }
        news.changed(Event.USED, factor, caller);
        return 1;
    }

    private boolean isYoung(Factor factor) {
        Instant since = clock.instant().minus(ON_ITS_WAY);
        return factor.lastUsedAt() != null && factor.lastUsedAt().isAfter(since);
    }

    private static Factor gone(RecordData key) {
        return new Factor(
                Long.parseLong(key.text("factor")),
                key.reference("holder").id(),
                key.text("kind"),
                key.text("name"),
                true,
                (Instant) key.get("createdAt"),
                (Instant) key.get("lastUsedAt"));
    }
}
