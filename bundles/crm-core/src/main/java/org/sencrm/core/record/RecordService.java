package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.api.record.TimelineEntry;
import org.sencrm.api.record.TimelineQuery;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.audit.Sightings;
import org.sencrm.core.change.ChangeFeed;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.computed.ComputedFields;
import org.sencrm.core.extension.Extensions;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.search.SearchFeed;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/** The records service, put together from its parts. */
@Component(service = {Records.class, RecordService.class})
public final class RecordService implements Records {

    private final Database database;
    private final Gate gate;
    private final RecordReader reader;
    private final RecordWriter writer;
    private final OnceCreation once;
    private final Summaries summaries;
    private final CompanyTotals companyTotals;
    private final RecentTotals recentTotals;
    private final Histories histories;
    private final Timeline timeline;
    private final Actions actions;
    private final Purge purge;
    private final Overwrite overwrite;
    private final RowStore rows = new RowStore();
    private final TypeRegistry types;
    private final Reverter reverter;
    private final PastOrPresent clock;
    private final Sightings sightings;

    @Activate
    public RecordService(
            @Reference Database database,
            @Reference TypeRegistry types,
            @Reference Gate gate,
            @Reference Extensions extensions,
            @Reference ChangeFeed feed,
            @Reference SearchFeed search,
            @Reference ComputedFields computed,
            @Reference Messages messages,
            @Reference Settings settings,
            @Reference Sightings sightings) {
        this(
                database,
                types,
                gate,
                extensions,
                feed,
                search,
                computed,
                messages,
                settings,
                sightings,
                Clock.systemUTC());
    }

    RecordService(
            Database database,
            TypeRegistry types,
            Gate gate,
            Extensions extensions,
            ChangeFeed feed,
            SearchFeed search,
            ComputedFields computed,
            Messages messages,
            Settings settings,
            Sightings sightings,
            Clock present) {
        this.sightings = sightings;
        this.clock = new PastOrPresent(present);
        Faults faults = new Faults(messages);
        Supplier<String> currency = settings::currency;
        Questions questions = new Questions(database, types, gate, faults, search::matching, present);
        Labels labels = new Labels(types, faults);
        ChangeLog log = new ChangeLog();
        Journal journal = new Journal(database, log, feed, gate, clock);
        Conflicts conflicts = new Conflicts(log, labels, faults);
        this.database = database;
        this.types = types;
        this.gate = gate;
        this.reader = new RecordReader(database, questions, labels, faults);
        this.writer = new RecordWriter(
                database,
                types,
                questions,
                gate,
                new Hooks(extensions),
                rows,
                journal,
                conflicts,
                labels,
                computed,
                faults,
                currency);
        this.once = new OnceCreation(database, reader, writer, faults, clock);
        Supplier<ZoneId> zone = () -> ZoneId.of(settings.get(Settings.ZONE, "UTC"));
        this.summaries = new Summaries(database, types, questions, labels, faults, currency, zone);
        this.recentTotals = new RecentTotals(present);
        this.companyTotals = new CompanyTotals(
                database, questions, summaries, faults, currency, new TotalsLimits(settings), recentTotals);
        types.observe(recentTotals);
        this.histories = new Histories(database, questions, reader, log, labels, faults);
        this.timeline = new Timeline(database, types, questions, histories, labels);
        this.actions = new Actions(database, gate, reader, extensions, faults);
        this.purge = new Purge(database, questions, rows, journal, conflicts, computed, faults);
        this.overwrite = new Overwrite(rows, journal, computed);
        TakeBack takeBack = new TakeBack(database, types, questions, rows, log, journal, purge, computed, gate, faults);
        this.reverter = new Reverter(database, takeBack, log, faults);
    }

    @Deactivate
    void close() {
        types.ignore(recentTotals);
    }

    @Override
    public Page list(Caller caller, Query query) {
        return reader.list(caller, Right.READ, query);
    }

    @Override
    public Page list(Caller caller, Right right, Query query) {
        return reader.list(caller, right, query);
    }

    @Override
    public long count(Caller caller, Query query) {
        return reader.count(caller, query);
    }

    @Override
    public long countUpTo(Caller caller, Query query, long most) {
        return reader.countUpTo(caller, query, most);
    }

    @Override
    public RecordData get(Caller caller, String type, long id) {
        RecordData record = reader.get(caller, type, id);
        sightings.record(caller, type, id);
        return record;
    }

    @Override
    public Summary summarize(Caller caller, SummaryQuery query) {
        return summaries.summarize(caller, query);
    }

    @Override
    public Optional<Summary> companyTotals(Caller caller, String type, String group, List<String> measures) {
        return companyTotals.of(caller, type, group, measures);
    }

    @Override
    public RecordData create(Caller caller, String type, Map<String, ?> values) {
        return change(caller, type, () -> writer.create(caller, type, values, Ids.next()));
    }

    @Override
    public RecordData update(Caller caller, String type, long id, long version, Map<String, ?> patch) {
        return change(caller, type, () -> writer.update(caller, type, id, version, patch));
    }

    @Override
    public void delete(Caller caller, String type, long id, long version) {
        change(caller, type, () -> {
            writer.delete(caller, type, id, version);
            return null;
        });
    }

    @Override
    public RecordData restore(Caller caller, String type, long id) {
        return change(caller, type, () -> writer.restore(caller, type, id));
    }

    @Override
    public void purge(Caller caller, String type, long id, long version) {
        change(caller, type, () -> {
            purge.fromTrash(caller, type, id, version);
            return null;
        });
    }

    @Override
    public Object act(Caller caller, String type, long id, String action, Map<String, Object> input) {
        return actions.run(caller, type, id, action, input);
    }

    @Override
    public List<String> actions(Caller caller, String type, long id) {
        return actions.offered(caller, type, id);
    }

    @Override
    public List<Change> history(Caller caller, String type, long id, int limit, long before) {
        return histories.of(caller, type, id, limit, before);
    }

    @Override
    public RecordData createOnce(Caller caller, String type, Map<String, ?> values, String key) {
        return change(caller, type, () -> once.create(caller, type, values, key));
    }

    @Override
    public List<TimelineEntry> timeline(Caller caller, String type, long id, int limit, Instant before) {
        return timeline(caller, type, id, TimelineQuery.newest(limit).before(before));
    }

    @Override
    public List<TimelineEntry> timeline(Caller caller, String type, long id, TimelineQuery query) {
        return timeline.of(caller, type, id, query);
    }

    @Override
    public Reverted revert(Caller caller, long job, int limit) {
        return reverter.revert(caller, job, limit);
    }

    /**
     * As {@link #revert}, in one go, with the present rights of the caller for everything, and refused where a record cannot
     * come out of the trash. For parts of the core that count what they do as a job.
     *
     * @return what stays as it is, as somebody changed it since
     */
    public List<TakeBack.Outcome> revertWhole(Caller caller, long job) {
        return reverter.revertWhole(caller, job);
    }

    /**
     * Does something to records as if it was done then: created, changed and logged at that instant. For parts of the core
     * that tell of the past, of which no user can.
     */
    public <T> T asOf(Instant then, Supplier<T> work) {
        return clock.asOf(then, work);
    }

    /**
     * All values of a record in normal form, be it in the trash or not, whoever may read which; null where there is none. For
     * parts of the core that have to know all.
     */
    public Map<String, Object> stored(String type, long id) {
        return database.read(connection -> {
            StoredRow row = anywhere(connection, stored(type), id);
            return row == null ? null : row.values();
        });
    }

    /**
     * Puts values in normal form over those of a record that is not in the trash, past all rules, read-only fields too. What
     * stood there is in no history. For parts of the core that have to make something forgotten, or to seal it.
     */
    public void overwrite(Caller caller, String type, long id, Map<String, Object> values) {
        database.write(connection -> {
            StoredType known = stored(type);
            StoredRow row = rows.find(connection, known, id, false);
            if (row == null) {
                throw new IllegalStateException("record " + id + " went under the hand of its transaction");
            }
            overwrite.run(connection, caller, known, row, values);
            return null;
        });
    }

    /** Takes a record away for good wherever it is, past all rules. For parts of the core that have to make something forgotten. */
    public void purgeAnywhere(Caller caller, String type, long id) {
        database.write(connection -> {
            StoredType known = stored(type);
            StoredRow row = anywhere(connection, known, id);
            if (row != null && !purge.run(connection, caller, known, row)) {
                throw new IllegalStateException("record " + id + " changed under the hand of its transaction");
            }
            return null;
        });
    }

    private StoredType stored(String type) {
        return types.stored(type).orElseThrow(() -> new IllegalArgumentException("no type " + type));
    }

    private StoredRow anywhere(Connection connection, StoredType type, long id) throws SQLException {
        StoredRow living = rows.find(connection, type, id, false);
        return living == null ? rows.find(connection, type, id, true) : living;
    }

    @Override
    public RecordData byExternalId(Caller caller, String type, String externalId) {
        RecordData record = reader.byExternalId(caller, type, externalId);
        if (record != null) {
            sightings.record(caller, type, record.id());
        }
        return record;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return database.writeOnce(connection -> work.get());
    }

    /** Lets nobody change what is dangerous to change who did not prove lately who they are. */
    private <T> T change(Caller caller, String type, Supplier<T> change) {
        gate.requireProof(caller, type);
        return change.get();
    }
}
