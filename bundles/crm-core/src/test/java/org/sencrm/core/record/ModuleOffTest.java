package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;
import static org.sencrm.core.record.TestEngine.line;
import static org.sencrm.core.record.TestEngine.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.core.duplicate.DuplicateService;

/** A module that is switched off for a role is not there for whoever has no other role, at every way in. */
class ModuleOffTest {

    private static final String MODULE = "crm-test";
    private static final String[] ALL_RIGHTS = {"read", "create", "update", "delete", "export", "import"};

    private static TestEngine engine;
    private static RecordData off;
    private static RecordData account;
    private static RecordData deal;
    private static Caller without;
    private static Caller with;
    private static Caller both;

    @BeforeAll
    static void start() {
        engine = new TestEngine();
        off = role("office", List.of(MODULE), line("*", "all", List.of(), ALL_RIGHTS));
        RecordData reader = role("reader", null, line("*", "all", List.of(), "read"));
        RecordData user = engine.user("without", null, off);
        without = as(user);
        with = as(engine.user("with", null, reader));
        both = as(engine.user("both", null, off, reader));
        account = engine.create("accounts", "name", "Sen");
        deal = engine.deal("name", "Bán hàng", "account", reference(account), "owner", reference(user));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        engine.close();
    }

    private static RecordData role(String name, List<String> modulesOff, Map<?, ?>... lines) {
        return engine.create(
                "roles",
                "name",
                name,
                "administrator",
                false,
                "permissions",
                List.of(lines),
                "modulesOff",
                modulesOff == null ? List.of() : modulesOff);
    }

    private static void notThere(org.junit.jupiter.api.function.Executable call) {
        assertThrows(NotFound.class, call);
    }

    @Test
    void itsRecordsAreNotThereHoweverOneAsks() {
        notThere(() -> engine.names(without, ""));
        notThere(() -> engine.records.list(without, Right.EXPORT, Query.of(DEALS)));
        notThere(() -> engine.records.count(without, Query.of(DEALS)));
        notThere(() -> engine.records.get(without, DEALS, deal.id()));
        notThere(() -> engine.records.summarize(
                without, new SummaryQuery(DEALS, "stage", List.of("count", "sum:amount"), "", "")));
        notThere(() -> engine.records.history(without, DEALS, deal.id(), 10, 0));
        notThere(() -> engine.records.timeline(without, DEALS, deal.id(), 10, null));
        notThere(() -> engine.records.actions(without, DEALS, deal.id()));
        notThere(() -> engine.records.act(without, DEALS, deal.id(), "anything", Map.of()));
        notThere(() -> engine.records.byExternalId(without, DEALS, "x"));
        assertEquals(List.of("Bán hàng"), engine.names(with, ""), "the data is untouched");
    }

    @Test
    void nothingIsWrittenThereEither() {
        notThere(() -> engine.records.create(without, DEALS, Map.of("name", "new")));
        notThere(() -> engine.records.createOnce(without, DEALS, Map.of("name", "new"), "key"));
        notThere(() -> engine.records.update(without, DEALS, deal.id(), deal.version(), Map.of("name", "other")));
        notThere(() -> engine.records.delete(without, DEALS, deal.id(), deal.version()));
        notThere(() -> engine.records.restore(without, DEALS, deal.id()));
        notThere(() -> engine.records.purge(without, DEALS, deal.id(), deal.version()));
        assertEquals(1, engine.records.count(SYSTEM, Query.of(DEALS)));
        assertEquals(
                deal.version(), engine.records.get(SYSTEM, DEALS, deal.id()).version());
    }

    @Test
    void searchAndDuplicatesDoNotFindThem() {
        assertEquals(List.of(), engine.search.find(without, "Bán", 10));
        assertEquals(1, engine.search.find(with, "Bán", 10).size());
        DuplicateService duplicates = new DuplicateService(
                engine.database,
                engine.records,
                engine.types,
                engine.gate,
                engine.search,
                engine.shares,
                engine.messages);
        notThere(() -> duplicates.find(without, DEALS, Map.of("name", "Bán hàng")));
    }

    @Test
    void aReferenceOfOthersToThemKeepsItsNumberAndLosesItsName() {
        RecordData call = engine.create("activities", "name", "Call", "kind", "call", "regarding", reference(deal));
        Reference seen = engine.records.get(without, "activities", call.id()).reference("regarding");
        assertEquals(deal.id(), seen.id());
        assertNull(seen.label());
        assertEquals(
                "Bán hàng",
                engine.records
                        .get(with, "activities", call.id())
                        .reference("regarding")
                        .label());
    }

    @Test
    void accessAndProfileSayTheSame() {
        for (Right right : Right.values()) {
            assertFalse(engine.gate.may(without, right, DEALS));
        }
        assertFalse(engine.gate.mayUpdate(without, DEALS, deal.id()));
        assertFalse(engine.gate.profile(without).permissions().containsKey(DEALS));
        assertFalse(engine.gate.mayUse(without, MODULE));
        assertTrue(engine.gate.mayUse(without, "crm-other"));
        assertTrue(engine.gate.may(without, Right.READ, "accounts"), "other modules stay as they are");
        assertEquals(
                "Sen", engine.records.get(without, "accounts", account.id()).text("name"));
    }

    @Test
    void rolesAddUpAndTheOneThatHasItOffGivesNothingInIt() {
        assertTrue(engine.gate.mayUse(both, MODULE));
        assertEquals(List.of("Bán hàng"), engine.names(both, ""));
        assertFalse(engine.gate.may(both, Right.UPDATE, DEALS), "only the other role counts, which just reads");
        assertTrue(engine.gate.may(both, Right.UPDATE, "accounts"));
    }

    @Test
    void administratorsAndThoseWithoutARoleLoseNothingByIt() {
        RecordData chief = engine.create(
                "roles",
                "name",
                "chief",
                "administrator",
                true,
                "permissions",
                List.of(),
                "modulesOff",
                List.of(MODULE));
        Caller administrator = as(engine.user("administrator", null, chief));
        assertTrue(engine.gate.mayUse(administrator, MODULE));
        assertEquals(1, engine.names(administrator, "").size());
        assertTrue(engine.gate.mayUse(as(engine.user("newcomer", null)), MODULE));
        assertTrue(engine.gate.mayUse(SYSTEM, MODULE));
    }

    @Test
    void switchedOnAgainItIsThereAtOnce() {
        RecordData role = role("short", List.of(MODULE), line(DEALS, "all", List.of(), "read"));
        Caller caller = as(engine.user("patient", null, role));
        notThere(() -> engine.names(caller, ""));
        engine.records.update(SYSTEM, "roles", role.id(), role.version(), Map.of("modulesOff", List.of()));
        assertEquals(List.of("Bán hàng"), engine.names(caller, ""));
        assertEquals(Set.of(), engine.gate.hiddenFields(caller, DEALS));
    }
}
