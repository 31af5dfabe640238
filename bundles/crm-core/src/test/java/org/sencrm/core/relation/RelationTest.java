package org.sencrm.core.relation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.core.record.TestEngine;

class RelationTest {

    private final TestEngine engine = TestEngine.bare();
    private RecordData sen;
    private RecordData mai;
    private RecordData an;

    @BeforeEach
    void fill() {
        engine.hook("affiliations", new AffiliationRules(engine.records, engine.messages));
        engine.hook("contacts", new ContactAccounts(engine.records));
        engine.hook("accountrelations", new AccountRelationRules(engine.messages));
        sen = engine.create("accounts", "name", "Sen");
        mai = engine.create("accounts", "name", "Mai");
        an = engine.create("contacts", "name", "Nguyễn Văn An", "account", to(sen));
    }

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    private static Reference to(RecordData record) {
        return TestEngine.reference(record);
    }

    private RecordData affiliation(RecordData account, Object... more) {
        Object[] all = new Object[more.length + 4];
        System.arraycopy(new Object[] {"contact", to(an), "account", to(account)}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return engine.create("affiliations", all);
    }

    private RecordData now(RecordData record) {
        return engine.records.get(TestEngine.SYSTEM, record.type(), record.id());
    }

    private RecordData change(RecordData record, String field, Object value) {
        return engine.records.update(
                TestEngine.SYSTEM,
                record.type(),
                record.id(),
                now(record).version(),
                Collections.singletonMap(field, value));
    }

    private static String refused(Executable save) {
        return assertThrows(InvalidRecord.class, save).errors().get(0).field();
    }

    @Test
    void aContactIsInSeveralAccountsAndOneOfThemIsPrimary() {
        RecordData first = affiliation(sen, "role", "Kế toán trưởng");
        RecordData second = affiliation(mai, "role", "Cố vấn", "primary", true);

        assertEquals(mai.id(), now(an).reference("account").id());
        assertEquals(false, now(first).get("primary"));
        assertEquals(true, now(second).get("primary"));
        assertEquals(
                2,
                engine.records.count(TestEngine.SYSTEM, Query.of("affiliations").where("contact==" + an.id())));
    }

    @Test
    void theOneOfTheContactsOwnAccountIsPrimaryByItself() {
        assertEquals(true, affiliation(sen).get("primary"));
        assertEquals(false, affiliation(mai).get("primary"));
        assertEquals(sen.id(), now(an).reference("account").id());
    }

    @Test
    void whereTheContactMovesThePrimaryOneFollows() {
        RecordData first = affiliation(sen);
        RecordData second = affiliation(mai);
        change(an, "account", to(mai));
        assertEquals(false, now(first).get("primary"));
        assertEquals(true, now(second).get("primary"));
        change(an, "account", null);
        assertEquals(false, now(second).get("primary"));
    }

    @Test
    void whereNoneIsPrimaryAnyMoreTheContactHasNoAccount() {
        RecordData first = affiliation(sen);
        change(first, "primary", false);
        assertNull(now(an).reference("account"));
    }

    @Test
    void aContactIsInAnAccountOnceAndNotBeforeItBegins() {
        affiliation(sen);
        assertEquals("account", refused(() -> affiliation(sen)));
        assertEquals(
                "until",
                refused(() -> affiliation(mai, "from", LocalDate.of(2026, 5, 1), "until", LocalDate.of(2026, 4, 30))));
        assertEquals("Member", affiliation(mai).text("role"));
    }

    @Test
    void whoMayNotChangeTheContactMayNotMoveIt() {
        RecordData role = engine.role(
                "Clerk",
                TestEngine.line("contacts", "all", List.of(), "read"),
                TestEngine.line("accounts", "all", List.of(), "read"),
                TestEngine.line("affiliations", "all", List.of(), "read", "create", "update"));
        Caller clerk = TestEngine.as(engine.user("Lan", null, role));
        assertThrows(
                Forbidden.class,
                () -> engine.records.create(
                        clerk,
                        "affiliations",
                        TestEngine.values("contact", to(an), "account", to(mai), "primary", true)));
        assertEquals(sen.id(), now(an).reference("account").id());
        assertEquals(0, engine.records.count(TestEngine.SYSTEM, Query.of("affiliations")));
    }

    @Test
    void whereContactsAndAccountsAreMergedTheirRelationsStay() {
        RecordData other = engine.create("contacts", "name", "Nguyen Van An", "account", to(mai));
        affiliation(sen);
        RecordData moved = engine.create("affiliations", "contact", to(other), "account", to(sen));
        RecordData primary = engine.create("affiliations", "contact", to(other), "account", to(mai));
        RecordData relation =
                engine.create("accountrelations", "account", to(sen), "other", to(mai), "kind", "partner");
        assertEquals(true, primary.get("primary"));

        Caller merging = TestEngine.SYSTEM.inJob(7, "rest");
        for (RecordData affiliation : List.of(moved, primary)) {
            engine.records.update(
                    merging, "affiliations", affiliation.id(), affiliation.version(), Map.of("contact", to(an)));
        }
        engine.records.update(merging, "accountrelations", relation.id(), relation.version(), Map.of("other", to(sen)));
        assertEquals(sen.id(), now(an).reference("account").id());
        assertEquals(false, now(primary).get("primary"));
    }

    @Test
    void accountsAreRelatedAndTheRelationIsNamedByItsKind() {
        RecordData relation =
                engine.create("accountrelations", "account", to(sen), "other", to(mai), "kind", "competitor");
        assertEquals("Competitor", relation.text("name"));
        assertEquals("Partner", change(relation, "kind", "partner").text("name"));
        change(relation, "name", "Cùng thầu");
        assertEquals("Cùng thầu", change(relation, "kind", "supplier").text("name"));
        assertEquals(
                "other",
                refused(() ->
                        engine.create("accountrelations", "account", to(sen), "other", to(sen), "kind", "partner")));
    }

    @Test
    void whatLiesBeneathAnAccountIsOneFilter() {
        RecordData son = engine.create("accounts", "name", "Sen Miền Nam", "parent", to(sen));
        RecordData grandson = engine.create("accounts", "name", "Sen Cần Thơ", "parent", to(son));
        engine.create("contacts", "name", "Bình", "account", to(grandson));
        engine.create("contacts", "name", "Chi", "account", to(mai));

        assertEquals(List.of("Sen", "Sen Cần Thơ", "Sen Miền Nam"), names(TestEngine.SYSTEM, "accounts", "id", sen));
        assertEquals(List.of("Bình", "Nguyễn Văn An"), names(TestEngine.SYSTEM, "contacts", "account", sen));
        assertEquals(List.of("Bình"), names(TestEngine.SYSTEM, "contacts", "account", son));
        assertThrows(InvalidRequest.class, () -> names(TestEngine.SYSTEM, "contacts", "household", sen));
        assertThrows(InvalidRequest.class, () -> names(TestEngine.SYSTEM, "contacts", "name", sen));
    }

    @Test
    void nobodyComesToAnythingBeneathWhatTheyMayNotSee() {
        RecordData role = engine.role("Seller", TestEngine.line("*", "own", List.of(), "read", "create"));
        RecordData lan = engine.user("Lan", null, role);
        RecordData hidden = engine.create("accounts", "name", "Ẩn", "parent", to(sen));
        RecordData below = engine.create("accounts", "name", "Dưới", "parent", to(hidden), "owner", to(lan));
        RecordData seen = engine.create("accounts", "name", "Thấy", "parent", to(sen), "owner", to(lan));
        RecordData last = engine.create("accounts", "name", "Cuối", "parent", to(seen), "owner", to(lan));

        assertEquals(List.of("Cuối", "Thấy"), names(TestEngine.as(lan), "accounts", "id", sen));
        assertEquals(List.of("Dưới"), names(TestEngine.as(lan), "accounts", "id", below));
        assertEquals(List.of("Cuối"), names(TestEngine.as(lan), "accounts", "id", last));
    }

    private List<String> names(Caller caller, String type, String field, RecordData root) {
        Query query = Query.of(type).where(field + "=under=" + root.id()).sortedBy("name");
        return engine.records.list(caller, query).items().stream()
                .map(record -> record.text("name"))
                .toList();
    }

    @Test
    void aHouseholdHasItsPeople() {
        RecordData home = engine.create("households", "name", "Gia đình An", "decider", to(an));
        change(an, "household", to(home));
        engine.create("contacts", "name", "Trần Thị Bình", "household", to(home));
        assertEquals(
                2,
                engine.records.count(TestEngine.SYSTEM, Query.of("contacts").where("household.name==\"Gia đình An\"")));
    }
}
