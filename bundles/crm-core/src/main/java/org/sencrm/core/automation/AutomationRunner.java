package org.sencrm.core.automation;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.automation.AutomationAction;
import org.sencrm.api.automation.AutomationRun;
import org.sencrm.api.automation.Occasion;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.outbox.Outcome;
import org.sencrm.api.outbox.Parcel;
import org.sencrm.api.outbox.Sender;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one automation for one record: looks at the record as the automation's owner, and has the action done in one
 * transaction with the entry in the log of runs. So a call that is delivered twice is answered once.
 */
@Component(property = Sender.KIND + "=" + AutomationEvents.KIND)
public final class AutomationRunner implements Sender {

    private static final Logger LOG = LoggerFactory.getLogger(AutomationRunner.class);

    private final Records records;
    private final Offered offered;
    private final Settings settings;
    private final Messages messages;
    private final Clock clock;
    private final RuleTable rules;
    private final RunTable runs;

    @Activate
    public AutomationRunner(
            @Reference Database database,
            @Reference Records records,
            @Reference Offered offered,
            @Reference Settings settings,
            @Reference Messages messages) {
        this(database, records, offered, settings, messages, Clock.systemUTC());
    }

    AutomationRunner(
            Database database, Records records, Offered offered, Settings settings, Messages messages, Clock clock) {
        this.records = records;
        this.offered = offered;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
        this.rules = new RuleTable(database);
        this.runs = new RunTable(database);
    }

    @Override
    public Outcome send(Parcel parcel) {
        Summons summons = Summons.read(parcel.payload());
        Rule rule = rules.find(summons.automation());
        if (rule == null || !rule.active() || runs.has(parcel.id())) {
            return Outcome.done();
        }
        try {
            return run(parcel, summons, rule);
        } catch (Conflict | NotNow | Unavailable e) {
            return parcel.tries() < MOST_TRIES ? Outcome.again("busy") : failed(parcel, summons, e.getMessage());
        } catch (InvalidRecord e) {
            return failed(
                    parcel,
                    summons,
                    String.join(
                            "; ",
                            e.errors().stream().map(error -> error.message()).toList()));
        } catch (Fault e) {
            return failed(parcel, summons, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error(
                    "Automation {} failed with {} {}",
                    rule.id(),
                    rule.type(),
                    summons.record().id(),
                    e);
            return failed(parcel, summons, text("automation.internal"));
        }
    }

    private Outcome run(Parcel parcel, Summons summons, Rule rule) {
        Caller owner = owner(rule);
        if (rule.owner() == Caller.SYSTEM_ID) {
            return failed(parcel, summons, text("automation.noOwner"));
        }
        Query query = Query.of(rule.type())
                .where(rule.condition())
                .where(Rsql.equal("id", summons.record().id()))
                .limitedTo(1);
        List<RecordData> found = records.list(owner, query).items();
        if (found.isEmpty()) {
            // gone, not to be seen by the owner, or not one of those that are meant
            return Outcome.done();
        }
        AutomationAction action = offered.action(rule.action()).orElse(null);
        if (action == null) {
            return parcel.tries() < MOST_TRIES
                    ? Outcome.again("noAction")
                    : failed(parcel, summons, text("automation.noAction"));
        }
        Parameters parameters =
                Parameters.read(rule.parameters(), action.parameters()).orElse(null);
        if (parameters == null || !parameters.wrong().isEmpty()) {
            return failed(parcel, summons, text("automation.badParameters"));
        }
        Occasion occasion = new Occasion(rule.id(), owner, found.get(0), parameters.values());
        Chain.run(
                summons.chain(),
                rule.id(),
                () -> records.inTransaction(() -> {
                    note(parcel, summons, AutomationRun.State.DONE, action.run(occasion));
                    return null;
                }));
        return Outcome.done();
    }

    private Outcome failed(Parcel parcel, Summons summons, String message) {
        note(parcel, summons, AutomationRun.State.FAILED, message);
        return Outcome.done();
    }

    private void note(Parcel parcel, Summons summons, AutomationRun.State state, String message) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        runs.insert(new AutomationRun(parcel.id(), summons.automation(), summons.record(), state, message, now));
    }

    private Caller owner(Rule rule) {
        return new Caller(rule.owner(), language(), zone(), AutomationEvents.KIND, 0);
    }

    private String text(String key) {
        return messages.text(language(), key);
    }

    private Locale language() {
        return Locale.forLanguageTag(settings.get(Settings.LANGUAGE, "en"));
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(settings.get(Settings.ZONE, "UTC"));
        } catch (DateTimeException e) {
            return ZoneId.of("UTC");
        }
    }
}
