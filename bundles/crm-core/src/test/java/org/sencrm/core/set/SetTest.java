package org.sencrm.core.set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.model.RecordSet;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.relation.CustomerJourney;

/** Live and static sets, and how far customers have come. */
class SetTest {

    private static final Caller SYSTEM = TestEngine.SYSTEM;

    private final TestEngine engine = TestEngine.bare();
    private final HeldJobs jobs = new HeldJobs();

    @BeforeEach
    void addRules() {
        engine.types.install("sets", "crm-core", List.of(RecordSet.class));
        engine.extensions
                .choices()
                .add(Contribution.of(
                        new SetTypes(engine.types, engine.messages), Map.of(ChoiceSource.FIELD, "sets.type")));
        engine.hook("sets", new SetRules(engine.database, engine.records));
        engine.hook("accounts", new CustomerJourney());
        action("freeze", new FreezeSet(engine.records));
        action("add", new AddToSet(engine.database, engine.records, jobs, engine.messages));
        action("remove", new RemoveFromSet(engine.database, engine.records, jobs, engine.messages));
        account("Mai", "customer");
        account("Sen", "customer");
        account("Đào", "prospect");
    }

    private void action(String name, RecordAction action) {
        engine.extensions
                .actions()
                .add(Contribution.of(action, Map.of(RecordAction.TYPE, "sets", RecordAction.NAME, name)));
    }

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    private RecordData account(String name, String status) {
        return engine.create("accounts", "name", name, "status", status);
    }

    private RecordData live(String filter) {
        return engine.create("sets", "name", "Set", "type", "accounts", "kind", "live", "filter", filter);
    }

    private List<String> in(Caller caller, RecordData... sets) {
        String ids = String.join(
                ",", Arrays.stream(sets).map(set -> Long.toString(set.id())).toList());
        return names(caller, "set=in=(" + ids + ")");
    }

    private List<String> names(Caller caller, String filter) {
        Query query = Query.of("accounts").where(filter).sortedBy("name");
        return engine.records.list(caller, query).items().stream()
                .map(account -> account.text("name"))
                .toList();
    }

    private Object act(RecordData set, String action, Map<String, Object> input) {
        return engine.records.act(SYSTEM, "sets", set.id(), action, input);
    }

    private RecordData now(RecordData record) {
        return engine.records.get(SYSTEM, record.type(), record.id());
    }

    @Test
    void whoFitsLaterJoinsTheLiveSetAndNotTheStaticOne() {
        RecordData live = live("status==customer");
        RecordData frozen = live("status==customer");
        act(frozen, "freeze", Map.of());
        account("Cúc", "customer");

        assertEquals(List.of("Cúc", "Mai", "Sen"), in(SYSTEM, live));
        assertEquals(List.of("Mai", "Sen"), in(SYSTEM, frozen));
        assertEquals("static", now(frozen).text("kind"));
        assertEquals(new BigDecimal(2), now(frozen).get("size"));
        assertEquals(List.of("Cúc", "Đào"), names(SYSTEM, "set!=" + frozen.id()));
        assertEquals(List.of("freeze"), engine.records.actions(SYSTEM, "sets", live.id()));
        assertEquals(List.of(), engine.records.actions(SYSTEM, "sets", frozen.id()));
    }

    @Test
    void recordsAreAddedByHandAndTakenOut() {
        RecordData set = engine.create("sets", "name", "Hội nghị", "type", "accounts");
        assertEquals("static", set.text("kind"));
        act(set, "add", Map.of("filter", "status==customer", "q", "se"));
        assertEquals(List.of("Sen"), in(SYSTEM, set));

        long dao = engine.records
                .list(SYSTEM, Query.of("accounts").where("name==Đào"))
                .items()
                .get(0)
                .id();
        assertEquals(
                Map.of("changed", 1, "size", new BigDecimal(2)),
                act(set, "add", Map.of("ids", List.of(Long.toString(dao), Long.toString(dao)))));
        assertEquals(Map.of("changed", 0, "size", new BigDecimal(2)), act(set, "add", Map.of("ids", List.of(dao))));
        act(set, "remove", Map.of("filter", "status==customer"));
        assertEquals(List.of("Đào"), in(SYSTEM, set));
        assertThrows(InvalidRequest.class, () -> act(set, "add", Map.of()));
        assertThrows(InvalidRequest.class, () -> act(live("status==customer"), "add", Map.of("ids", List.of(dao))));
    }

    @Test
    void moreThanAPageGoesOnAsAJobPageByPageAndCanBeTakenUpAgain() {
        RecordData set = engine.create("sets", "name", "Tất cả", "type", "accounts");
        fillAPage();
        Map<String, Object> everybody = Map.of("filter", "id=isnull=false");

        assertEquals(Map.of("job", "1"), act(set, "add", everybody));
        assertEquals(new BigDecimal(0), now(set).get("size"));
        HeldJobs.Steps stopped = new HeldJobs.Steps(1);
        assertEquals(Map.of("changed", 500, "size", new BigDecimal(500)), jobs.run(stopped));
        assertEquals(List.of(500L), stopped.done);
        assertEquals(502, stopped.total);

        act(set, "add", everybody);
        assertEquals(Map.of("changed", 2, "size", new BigDecimal(502)), jobs.run(new HeldJobs.Steps(9)));
        act(set, "remove", everybody);
        assertEquals(Map.of("changed", 502, "size", new BigDecimal(0)), jobs.run(new HeldJobs.Steps(9)));
    }

    @Test
    void aJobStopsWhereTheSetIsNoLongerToBeChanged() {
        RecordData set = engine.create("sets", "name", "Tất cả", "type", "accounts", "filter", "status==customer");
        act(set, "freeze", Map.of());
        fillAPage();
        act(set, "add", Map.of("filter", "id=isnull=false"));
        engine.records.update(SYSTEM, "sets", set.id(), now(set).version(), Map.of("kind", "live"));

        assertThrows(InvalidRequest.class, () -> jobs.run(new HeldJobs.Steps(9)));
        assertEquals(List.of("Mai", "Sen"), in(SYSTEM, set));
    }

    /** So that there are more accounts than one page holds. */
    private void fillAPage() {
        for (int i = 4; i <= 502; i++) {
            account("Account " + i, "prospect");
        }
    }

    @Test
    void whoWasInTheSetBeforeItWasLiveIsNotInItForThatReasonWhenItIsFrozenAgain() {
        RecordData set = engine.create("sets", "name", "Hội nghị", "type", "accounts");
        act(set, "add", Map.of("filter", "name==Đào"));
        RecordData live = engine.records.update(
                SYSTEM, "sets", set.id(), now(set).version(), Map.of("kind", "live", "filter", "status==customer"));
        act(live, "freeze", Map.of());
        assertEquals(List.of("Mai", "Sen"), in(SYSTEM, set));
        assertEquals(new BigDecimal(2), now(set).get("size"));
    }

    @Test
    void setsAreMadeOfSetsButNotWithoutEnd() {
        RecordData customers = live("status==customer");
        RecordData some = live("set==" + customers.id() + ";name==S*");
        assertEquals(List.of("Sen"), in(SYSTEM, some));
        assertEquals(List.of("Mai", "Sen"), in(SYSTEM, some, customers));

        RecordData first = now(customers);
        assertThrows(InvalidRecord.class, () -> {
            RecordData loop = engine.records.update(
                    SYSTEM, "sets", first.id(), first.version(), Map.of("filter", "set==" + some.id()));
            engine.records.update(SYSTEM, "sets", loop.id(), loop.version(), Map.of("filter", "set==" + loop.id()));
        });
    }

    @Test
    void aSetThatMakesNoSenseIsRefused() {
        assertEquals("filter", refused("name", "A", "type", "accounts", "kind", "live"));
        assertEquals("filter", refused("name", "A", "type", "accounts", "filter", "nonsense==1"));
        assertEquals("type", refused("name", "A", "type", "nothing", "kind", "static"));
        assertThrows(InvalidRequest.class, () -> names(SYSTEM, "set==999"));
        assertThrows(InvalidRequest.class, () -> names(SYSTEM, "set==x"));
        assertThrows(InvalidRequest.class, () -> names(SYSTEM, "set=gt=1"));
    }

    private String refused(Object... values) {
        return assertThrows(InvalidRecord.class, () -> engine.create("sets", values))
                .errors()
                .get(0)
                .field();
    }

    @Test
    void aSetShowsToNobodyMoreThanTheyMaySee() {
        RecordData role = engine.role("Seller", TestEngine.line("accounts", "own", List.of(), "read"));
        RecordData user = engine.user("Lan", null, role);
        Caller lan = TestEngine.as(user);
        RecordData hidden = live("status==customer");
        RecordData shared = engine.create(
                "sets", "name", "Chung", "type", "accounts", "filter", "status==customer", "scope", "all");
        engine.create("accounts", "name", "Của Lan", "status", "customer", "owner", TestEngine.reference(user));

        assertEquals(List.of("Của Lan"), in(lan, shared));
        assertThrows(InvalidRequest.class, () -> in(lan, hidden));
    }

    @Test
    void theFourDatabasesAreThereForEveryone() {
        RecordData role = engine.role("Seller", TestEngine.line("accounts", "all", List.of(), "read"));
        Caller lan = TestEngine.as(engine.user("Lan", null, role));
        RecordData mai = account("Mai Vàng", "customer");
        engine.records.update(SYSTEM, "accounts", mai.id(), mai.version(), Map.of("journeyStage", "loyalty"));
        account("Hỏi", null);
        RecordData parent = account("Mẹ", "suspect");
        engine.create("accounts", "name", "Con", "parent", TestEngine.reference(parent), "cmatState", "enquiry");

        assertEquals(List.of("Mai", "Mai Vàng", "Sen"), names(lan, "set==1"));
        assertEquals(List.of("Con", "Đào"), names(lan, "set==2"));
        assertEquals(List.of("Con"), names(lan, "set==3"));
        assertEquals(List.of("Mai Vàng"), names(lan, "set==4"));
    }

    @Test
    void whoBecomesACustomerHasComeToThePurchaseAndIsWelcomed() {
        RecordData account = engine.create("accounts", "name", "Mới", "status", "prospect", "cmatState", "enquiry");
        account = change(account, Map.of("status", "customer"));
        assertEquals("purchase", account.text("journeyStage"));
        assertEquals("welcome", account.text("cmatState"));

        RecordData loyal = engine.create("accounts", "name", "Cũ", "status", "former", "journeyStage", "loyalty");
        assertEquals("loyalty", change(loyal, Map.of("status", "customer")).text("journeyStage"));
        RecordData told = engine.create("accounts", "name", "Khác", "status", "prospect");
        told = change(told, Map.of("status", "customer", "journeyStage", "use"));
        assertEquals("use", told.text("journeyStage"));
    }

    private RecordData change(RecordData record, Map<String, Object> patch) {
        return engine.records.update(SYSTEM, record.type(), record.id(), record.version(), patch);
    }
}
