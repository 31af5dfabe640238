package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Explanations;
import org.sencrm.api.field.CustomFields;
import org.sencrm.api.field.CustomTypes;
import org.sencrm.api.field.RecordLayouts;
import org.sencrm.api.field.RecordRules;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Reference;
import org.sencrm.api.search.Search;
import org.sencrm.api.text.Messages;
import org.sencrm.core.access.GateExplanations;
import org.sencrm.core.access.RecordShares;
import org.sencrm.core.audit.AuditLog;
import org.sencrm.core.audit.Sightings;
import org.sencrm.core.change.ChangeFeed;
import org.sencrm.core.computed.ComputedFields;
import org.sencrm.core.customtype.ShownTypes;
import org.sencrm.core.customtype.StoredCustomTypes;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.extension.Extensions;
import org.sencrm.core.field.AddedFields;
import org.sencrm.core.field.ContributedFields;
import org.sencrm.core.field.FieldUpkeep;
import org.sencrm.core.field.StoredCustomFields;
import org.sencrm.core.field.StoredRecordLayouts;
import org.sencrm.core.field.StoredRecordRules;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.gate.RecentProofs;
import org.sencrm.core.model.Account;
import org.sencrm.core.model.AccountRelation;
import org.sencrm.core.model.Activity;
import org.sencrm.core.model.Affiliation;
import org.sencrm.core.model.Contact;
import org.sencrm.core.model.Favourite;
import org.sencrm.core.model.Feedback;
import org.sencrm.core.model.Household;
import org.sencrm.core.model.ListChoices;
import org.sencrm.core.model.ListEntry;
import org.sencrm.core.model.ListEntryRules;
import org.sencrm.core.model.PersonalEvent;
import org.sencrm.core.model.Product;
import org.sencrm.core.model.Relative;
import org.sencrm.core.model.Role;
import org.sencrm.core.model.Team;
import org.sencrm.core.model.User;
import org.sencrm.core.model.View;
import org.sencrm.core.schema.TestSchema;
import org.sencrm.core.search.SearchFeed;
import org.sencrm.core.search.SearchService;
import org.sencrm.core.setting.StoredSettings;
import org.sencrm.core.store.LocalDatabase;
import org.sencrm.core.store.RecordingDatabase;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.MovingClock;
import org.sencrm.core.text.FileMessages;
import org.sencrm.core.type.OpenLists;
import org.sencrm.core.type.TypeRegistry;

/** The whole engine on a database of its own, with the core's types and {@link Deal}, without a framework; also the ground of the test kit. */
public final class TestEngine implements AutoCloseable {

    public static final Caller SYSTEM = Caller.system();
    public static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    public static final String DEALS = "deals";
    private static final String UNIT_OF_TEST = "test-unit";

    public final LocalDatabase local = TestSchema.fresh();
    public final RecordingDatabase database = new RecordingDatabase(local);
    public final FileMessages files = new FileMessages();
    public final Messages messages = files;
    public final MovingClock clock = new MovingClock();
    public final Extensions extensions = new Extensions();
    public final ContributedFields contributedFields = new ContributedFields();
    public final AddedFields addedFields = new AddedFields(database, files, contributedFields);
    public final TypeRegistry types = new TypeRegistry(extensions, messages, addedFields, new OpenLists(database));
    public final RecentProofs proofs = new RecentProofs(database, messages, clock);
    public final Gate gate = new Gate(database, types, proofs);
    public final ChangeFeed feed = new ChangeFeed(extensions);
    public final SearchFeed searchFeed = new SearchFeed(database, types, feed, extensions);
    public final StoredSettings settings = new StoredSettings(local, gate, messages);
    public final ComputedFields computed = new ComputedFields(database, types, gate, messages, settings);
    public final AuditLog audit = new AuditLog(local);
    public final Sightings sightings = new Sightings(local, audit);
    public final RecordService records = new RecordService(
            database, types, gate, extensions, feed, searchFeed, computed, messages, settings, sightings, clock);
    public final FieldUpkeep fieldUpkeep =
            new FieldUpkeep(database, types, addedFields, contributedFields, computed, messages, clock);
    public final CustomFields fields =
            new StoredCustomFields(database, types, gate, fieldUpkeep, computed, messages, settings, clock);
    public final ShownTypes shownTypes = new ShownTypes(database, types, files, fieldUpkeep);
    public final CustomTypes customTypes = new StoredCustomTypes(database, types, gate, shownTypes, messages);
    public final RecordRules rules =
            new StoredRecordRules(database, types, gate, records, computed, messages, settings);
    public final RecordLayouts layouts = new StoredRecordLayouts(database, types, gate, records, messages);
    public final RecordShares shares = new RecordShares(database, types, gate, feed, extensions, records, messages);
    public final Explanations explanations = new GateExplanations(database, types, gate, messages);
    public final Search search = new SearchService(types, gate, records, searchFeed, messages);

    public TestEngine() {
        this(true);
    }

    private TestEngine(boolean deals) {
        types.install(
                "core-unit",
                "crm-core",
                List.of(
                        User.class,
                        Team.class,
                        Role.class,
                        View.class,
                        Favourite.class,
                        Account.class,
                        Contact.class,
                        Activity.class,
                        ListEntry.class));
        hook(OpenLists.TYPE, new ListEntryRules());
        extensions
                .choices()
                .add(Contribution.of(
                        new ListChoices(types, messages), Map.of(ChoiceSource.FIELD, OpenLists.TYPE + ".list")));
        extensions.listeners().add(Contribution.of(types.lists(), Map.of()));
        if (deals) {
            database.write(connection -> createTable(connection));
            installDeals();
        }
    }

    /** With nothing but the core's own types. */
    public static TestEngine bare() {
        TestEngine engine = new TestEngine(false);
        engine.types.install(
                "core-products",
                "crm-core",
                List.of(
                        Product.class,
                        Feedback.class,
                        PersonalEvent.class,
                        Relative.class,
                        Affiliation.class,
                        AccountRelation.class,
                        Household.class));
        return engine;
    }

    public void installDeals() {
        types.install(UNIT_OF_TEST, "crm-test", List.of(Deal.class));
    }

    public void removeDeals() {
        types.remove(UNIT_OF_TEST);
    }

    public void hook(String type, RecordHook hook) {
        extensions.hooks().add(Contribution.of(hook, Map.of(RecordHook.TYPE, type)));
    }

    /** A deal made by the product itself: names and values in turn. */
    public RecordData deal(Object... namesAndValues) {
        return create(DEALS, namesAndValues);
    }

    public RecordData create(String type, Object... namesAndValues) {
        return records.create(SYSTEM, type, values(namesAndValues));
    }

    public RecordData team(String name, RecordData parent, RecordData manager) {
        return create("teams", "name", name, "parent", reference(parent), "manager", reference(manager));
    }

    /** A role with these lines of permissions. */
    public RecordData role(String name, Map<?, ?>... lines) {
        return create("roles", "name", name, "administrator", false, "permissions", Arrays.asList(lines));
    }

    public static Map<String, Object> line(String type, String scope, List<String> denied, String... actions) {
        return Map.of(
                "type", type, "scope", scope, "actions", Arrays.asList(actions), "fields", Map.of("deny", denied));
    }

    public RecordData user(String name, RecordData team, RecordData... roles) {
        return create(
                "users",
                "name",
                name,
                "userName",
                name.toLowerCase(Locale.ROOT).replace(' ', '.'),
                "active",
                true,
                "team",
                reference(team),
                "roles",
                Arrays.stream(roles).map(TestEngine::reference).toList());
    }

    public static Caller as(RecordData user) {
        return new Caller(user.id(), Locale.ENGLISH, HANOI, "rest", 0);
    }

    public static Reference reference(RecordData record) {
        return record == null ? null : Reference.to(record.type(), record.id());
    }

    /** Names of the deals that the caller finds, in the order of the list. */
    public List<String> names(Caller caller, String filter) {
        return names(caller, Query.of(DEALS).where(filter).sortedBy("name"));
    }

    public List<String> names(Caller caller, Query query) {
        return records.list(caller, query).items().stream()
                .map(record -> record.text("name"))
                .toList();
    }

    /** Kinds and subjects of what stands in the audit trail and is not sealed. */
    public List<String> audited() {
        Sql all = Sql.of("select KIND, SUBJECT from CORE_AUDIT_WAITING order by ID");
        return local.read(connection -> all.query(connection, row -> row.getString(1) + ' ' + row.getString(2)));
    }

    public static Map<String, Object> values(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    private static Void createTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(Deal.TABLE);
        }
        return null;
    }

    @Override
    public void close() throws InterruptedException {
        feed.close();
        local.drop();
    }
}
