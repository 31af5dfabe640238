package org.sencrm.core.automation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.automation.AutomationRun;
import org.sencrm.api.automation.Automations;
import org.sencrm.api.outbox.Outbox;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.change.Witness;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;

/**
 * Calls automations for what happens, in the transaction in which it happens: they run after its commit, and none runs for
 * what was rolled back. Which there are is remembered for two seconds, as another node may change them.
 */
@Component(
        service = {Witness.class, AutomationEvents.class},
        property = Witness.NAME + "=automations")
public final class AutomationEvents implements Witness {

    static final String KIND = "automation";
    static final String CREATED = "created";
    static final String CHANGED = "changed";

    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final Database database;
    private final Outbox outbox;
    private final Settings settings;
    private final Messages messages;
    private final Clock clock;
    private final RuleTable table;
    private final RunTable runs;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    @Activate
    public AutomationEvents(
            @Reference Database database,
            @Reference Outbox outbox,
            @Reference Settings settings,
            @Reference Messages messages) {
        this(database, outbox, settings, messages, Clock.systemUTC());
    }

    public AutomationEvents(Database database, Outbox outbox, Settings settings, Messages messages, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
        this.table = new RuleTable(database);
        this.runs = new RunTable(database);
    }

    @Override
    public void changing(RecordChange change) {
        if (Automations.TYPE.equals(change.type())) {
            database.afterCommit(() -> known = new Known(List.of(), Instant.MIN));
            return;
        }
        switch (change.kind()) {
            case CREATED -> happened(CREATED, change.type(), change.id(), change.fields());
            case UPDATED -> happened(CHANGED, change.type(), change.id(), change.fields());
            default -> {
                // nothing waits for what goes or comes back
            }
        }
    }

    /** Calls whoever waits for it. */
    void happened(String trigger, String type, long id, Set<String> fields) {
        for (Rule rule : active()) {
            boolean waits = rule.trigger().equals(trigger) && rule.type().equals(type);
            if (waits && (rule.field() == null || !CHANGED.equals(trigger) || fields.contains(rule.field()))) {
                call(rule, org.sencrm.api.record.Reference.to(type, id));
            }
        }
    }

    private void call(Rule rule, org.sencrm.api.record.Reference record) {
        List<Long> chain = Chain.current();
        if (chain.contains(rule.id())) {
            return;
        }
        if (chain.size() >= Automations.LONGEST_CHAIN) {
            Locale language = Locale.forLanguageTag(settings.get(Settings.LANGUAGE, "en"));
            String message = messages.text(language, "automation.stopped", Automations.LONGEST_CHAIN);
            runs.insert(new AutomationRun(Ids.next(), rule.id(), record, AutomationRun.State.STOPPED, message, now()));
            return;
        }
        // one record at a time: its changes are answered in their order
        outbox.put(KIND, KIND + record.id(), new Summons(rule.id(), record, chain).payload());
    }

    private List<Rule> active() {
        Known remembered = known;
        Instant now = now();
        if (now.isAfter(remembered.until)) {
            remembered = new Known(table.active(), now.plus(REMEMBERED));
            known = remembered;
        }
        return remembered.rules;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Known(List<Rule> rules, Instant until) {}
}
