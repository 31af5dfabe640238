package org.sencrm.core.duplicate;

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
import static org.sencrm.core.record.TestEngine.values;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.duplicate.Kept;
import org.sencrm.api.duplicate.Side;
import org.sencrm.api.duplicate.Unmerged;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.core.record.TestEngine;

/** One record of two, and two of one again. */
class MergeTest {

    private static final String ACCOUNTS = "accounts";

    private TestEngine engine;
    private DuplicateService duplicates;
    private RecordData mine;
    private RecordData theirs;
    private RecordData deal;
    private RecordData child;

    @BeforeEach
    void start() {
        engine = new TestEngine();
        duplicates = new DuplicateService(
                engine.database,
                engine.records,
                engine.types,
                engine.gate,
                engine.search,
                engine.shares,
                engine.messages);
        mine = engine.create(ACCOUNTS, "name", "Sen", "email", "a@sen.example");
        theirs = engine.create(ACCOUNTS, "name", "Hoa Sen", "phone", "0901", "email", "b@sen.example");
        RecordData third = engine.create(ACCOUNTS, "name", "Third");
        List<Reference> partners = List.of(reference(theirs), reference(third), reference(mine));
        deal = engine.deal(
                "name", "Deal", "account", reference(theirs), "about", reference(theirs), "partners", partners);
        child = engine.create(ACCOUNTS, "name", "Child", "parent", reference(theirs));
    }

    @AfterEach
    void stop() throws InterruptedException {
        engine.close();
    }

    private RecordData merge(Caller caller) {
        return duplicates.merge(
                caller, ACCOUNTS, mine.id(), theirs.id(), Map.of("name", Side.THEIRS, "email", Side.MINE));
    }

    @Test
    void withWhomTheOtherWasSharedTheOneThatStaysIsSharedUntilTheyAreTwoAgain() {
        RecordData seller = engine.user("Lan", null, engine.role("own", line(ACCOUNTS, "own", List.of(), "read")));
        Caller lan = as(seller);
        engine.shares.share(SYSTEM, ACCOUNTS, theirs.id(), reference(seller), false);
        assertThrows(NotFound.class, () -> engine.records.get(lan, ACCOUNTS, mine.id()));
        merge(SYSTEM);
        assertEquals("Hoa Sen", engine.records.get(lan, ACCOUNTS, mine.id()).text("name"));
        duplicates.unmerge(SYSTEM, ACCOUNTS, mine.id());
        assertThrows(NotFound.class, () -> engine.records.get(lan, ACCOUNTS, mine.id()));
        assertEquals("Hoa Sen", engine.records.get(lan, ACCOUNTS, theirs.id()).text("name"));
    }

    private RecordData now(RecordData record) {
        return engine.records.get(SYSTEM, record.type(), record.id());
    }

    private static void assertSame(RecordData before, RecordData now) {
        before.values().forEach((field, value) -> {
            if (!field.startsWith("updated")) {
                assertEquals(value, now.get(field), field);
            }
        });
    }

    @Test
    void mergingMovesReferencesFillsGapsAndTrashesTheOther() {
        RecordData merged = merge(SYSTEM);

        assertEquals("Hoa Sen", merged.get("name"));
        assertEquals("0901", merged.get("phone"));
        assertEquals("a@sen.example", merged.get("email"));
        assertThrows(NotFound.class, () -> now(theirs));
        assertEquals(mine.id(), now(deal).reference("account").id());
        assertEquals(mine.id(), now(deal).reference("about").id());
        assertEquals(2, ((List<?>) now(deal).get("partners")).size());
        assertEquals(mine.id(), now(child).reference("parent").id());
    }

    @Test
    void anUnmergePutsEverythingBackAndTheHistoryTellsBoth() {
        RecordData dealBefore = now(deal);
        merge(SYSTEM);

        Unmerged unmerged = duplicates.unmerge(SYSTEM, ACCOUNTS, mine.id());

        assertEquals(List.of(), unmerged.kept());
        assertSame(mine, unmerged.record());
        assertSame(theirs, unmerged.restored());
        assertSame(dealBefore, now(deal));
        assertEquals(theirs.id(), now(child).reference("parent").id());
        assertEquals(
                List.of(Change.Kind.RESTORED, Change.Kind.TRASHED, Change.Kind.CREATED),
                engine.records.history(SYSTEM, ACCOUNTS, theirs.id(), 10, 0).stream()
                        .map(Change::kind)
                        .toList());
        List<Change> ofMine = engine.records.history(SYSTEM, ACCOUNTS, mine.id(), 10, 0);
        assertEquals(3, ofMine.size());
        assertTrue(
                ofMine.get(0).job() != 0 && ofMine.get(0).job() == ofMine.get(1).job());
    }

    @Test
    void theOneInTheTrashCanBeNamedToo() {
        merge(SYSTEM);

        assertSame(theirs, duplicates.unmerge(SYSTEM, ACCOUNTS, theirs.id()).restored());
    }

    @Test
    void aMergeIsUndoneOnceAndCanBeDoneAgain() {
        assertThrows(NotNow.class, () -> duplicates.unmerge(SYSTEM, ACCOUNTS, mine.id()));
        assertFalse(duplicates.isMerged(SYSTEM, ACCOUNTS, mine.id()));
        merge(SYSTEM);
        assertTrue(duplicates.isMerged(SYSTEM, ACCOUNTS, mine.id()));
        assertTrue(duplicates.isMerged(SYSTEM, ACCOUNTS, theirs.id()));
        duplicates.unmerge(SYSTEM, ACCOUNTS, mine.id());
        assertFalse(duplicates.isMerged(SYSTEM, ACCOUNTS, mine.id()));
        assertThrows(NotNow.class, () -> duplicates.unmerge(SYSTEM, ACCOUNTS, mine.id()));

        merge(SYSTEM);
        assertEquals(mine.id(), now(deal).reference("account").id());
        duplicates.unmerge(SYSTEM, ACCOUNTS, mine.id());
        assertSame(theirs, now(theirs));
    }

    @Test
    void whatSomebodyChangedSinceIsKeptAndTold() {
        RecordData merged = merge(SYSTEM);
        RecordData other = engine.create(ACCOUNTS, "name", "Other");
        engine.records.update(SYSTEM, ACCOUNTS, mine.id(), merged.version(), Map.of("phone", "0999", "sector", "tea"));
        engine.records.update(SYSTEM, DEALS, deal.id(), now(deal).version(), Map.of("account", other.id()));

        Unmerged unmerged = duplicates.unmerge(SYSTEM, ACCOUNTS, mine.id());

        assertEquals("Sen", unmerged.record().get("name"));
        assertEquals("0999", unmerged.record().get("phone"));
        assertEquals("tea", unmerged.record().get("sector"));
        assertEquals("0901", unmerged.restored().get("phone"));
        assertEquals(other.id(), now(deal).reference("account").id());
        assertEquals(theirs.id(), now(deal).reference("about").id());
        assertEquals(
                List.of(
                        new Kept(new Reference(ACCOUNTS, mine.id(), "Sen"), "phone"),
                        new Kept(new Reference(DEALS, deal.id(), "Deal"), "account")),
                unmerged.kept());
    }

    @Test
    void uniqueValuesFindTheirWayBack() {
        RecordData one = engine.deal("name", "one", "code", "U1");
        RecordData two = engine.deal("name", "two", "code", "U2");
        duplicates.merge(SYSTEM, DEALS, one.id(), two.id(), Map.of("code", Side.THEIRS));
        assertEquals("U2", now(one).get("code"));

        duplicates.unmerge(SYSTEM, DEALS, one.id());
        assertEquals("U1", now(one).get("code"));
        assertEquals("U2", now(two).get("code"));
        assertThrows(InvalidRecord.class, () -> engine.deal("name", "three", "code", "U1"));
    }

    @Test
    void whereAnotherTookItsUniqueValueNothingComesBackAtAll() {
        RecordData one = engine.deal("name", "one", "code", "V1", "email", "x@sen.example");
        RecordData two = engine.deal("name", "two", "code", "V2");
        duplicates.merge(SYSTEM, DEALS, one.id(), two.id(), Map.of("email", Side.THEIRS));
        engine.deal("name", "quick", "code", "V2");

        assertThrows(InvalidRecord.class, () -> duplicates.unmerge(SYSTEM, DEALS, one.id()));
        assertNull(now(one).get("email"));
        assertThrows(NotFound.class, () -> now(two));
        assertThrows(InvalidRecord.class, () -> duplicates.unmerge(SYSTEM, DEALS, one.id()));
    }

    @Test
    void whatWasPurgedSinceCannotComeBack() {
        merge(SYSTEM);
        engine.records.purge(SYSTEM, ACCOUNTS, theirs.id(), theirs.version() + 1);

        assertThrows(NotNow.class, () -> duplicates.unmerge(SYSTEM, ACCOUNTS, mine.id()));
        assertEquals(mine.id(), now(deal).reference("account").id());
    }

    @Test
    void mergesAreUndoneTheNewestFirst() {
        merge(SYSTEM);
        RecordData third = engine.create(ACCOUNTS, "name", "Sen Ba", "taxCode", "77");
        duplicates.merge(SYSTEM, ACCOUNTS, mine.id(), third.id(), Map.of());

        assertEquals(
                third.id(),
                duplicates.unmerge(SYSTEM, ACCOUNTS, mine.id()).restored().id());
        assertNull(now(mine).get("taxCode"));
        assertEquals(
                theirs.id(),
                duplicates.unmerge(SYSTEM, ACCOUNTS, mine.id()).restored().id());
        assertSame(mine, now(mine));
    }

    @Test
    void aRecordNeverBecomesItsOwnParent() {
        RecordData merged = duplicates.merge(SYSTEM, ACCOUNTS, child.id(), theirs.id(), Map.of("parent", Side.MINE));
        assertNull(merged.get("parent"));
        duplicates.unmerge(SYSTEM, ACCOUNTS, child.id());
        assertEquals(theirs.id(), now(child).reference("parent").id());
    }

    @Test
    void whatCannotBeMergedIsRefused() {
        assertThrows(InvalidRequest.class, () -> duplicates.merge(SYSTEM, ACCOUNTS, mine.id(), mine.id(), Map.of()));
        assertThrows(NotFound.class, () -> duplicates.merge(SYSTEM, ACCOUNTS, mine.id(), 12, Map.of()));
        for (String field : List.of("id", "createdAt", "nothing")) {
            assertThrows(
                    InvalidRequest.class,
                    () -> duplicates.merge(SYSTEM, ACCOUNTS, mine.id(), theirs.id(), Map.of(field, Side.MINE)),
                    field);
        }
    }

    @Test
    void aMergeNeedsTheRightsToAllThatItDoes() {
        String[] all = {"read", "update", "delete"};
        refused(
                Forbidden.class,
                line(ACCOUNTS, "all", List.of(), "read", "update"),
                line(DEALS, "all", List.of(), all));
        refused(
                Forbidden.class,
                line(ACCOUNTS, "all", List.of(), "read", "delete"),
                line(DEALS, "all", List.of(), all));
        refused(Forbidden.class, line(ACCOUNTS, "all", List.of(), all), line(DEALS, "all", List.of(), "read"));
        refused(Forbidden.class, line(ACCOUNTS, "all", List.of(), all), line(DEALS, "own", List.of(), all));
        refused(Forbidden.class, line(ACCOUNTS, "all", List.of(), all));
        refused(Forbidden.class, line(ACCOUNTS, "all", List.of(), all), line(DEALS, "all", List.of("about"), all));
        refused(NotFound.class, line(ACCOUNTS, "own", List.of(), all), line(DEALS, "all", List.of(), all));
        refused(NotFound.class, line(DEALS, "all", List.of(), all));

        merge(as(person(line(ACCOUNTS, "all", List.of(), all), line(DEALS, "all", List.of(), all))));
        assertEquals(mine.id(), now(deal).reference("account").id());
    }

    private void refused(Class<? extends Fault> fault, Map<?, ?>... lines) {
        Caller caller = as(person(lines));
        assertThrows(fault, () -> merge(caller), List.of(lines).toString());
        assertSame(theirs, now(theirs));
        assertEquals(theirs.id(), now(deal).reference("account").id());
    }

    private RecordData person(Map<?, ?>... lines) {
        long number = engine.records.count(SYSTEM, Query.of("users"));
        return engine.user("Person " + number, null, engine.role("role " + number, lines));
    }

    @Test
    void anUnmergeNeedsTheRightsOfTheMergeNow() {
        String[] all = {"read", "update", "delete"};
        RecordData merger = person(line(ACCOUNTS, "all", List.of(), all), line(DEALS, "all", List.of(), all));
        merge(as(merger));
        Caller reader = as(person(line(ACCOUNTS, "all", List.of(), "read"), line(DEALS, "all", List.of(), all)));
        Caller blind = as(person(line(ACCOUNTS, "all", List.of(), all)));
        Caller noDelete =
                as(person(line(ACCOUNTS, "all", List.of(), "read", "update"), line(DEALS, "all", List.of(), all)));
        Caller own = as(person(line(ACCOUNTS, "own", List.of(), all), line(DEALS, "all", List.of(), all)));
        for (Caller caller : List.of(reader, blind, noDelete)) {
            assertThrows(Forbidden.class, () -> duplicates.unmerge(caller, ACCOUNTS, mine.id()));
        }
        assertThrows(NotFound.class, () -> duplicates.unmerge(own, ACCOUNTS, mine.id()));
        assertEquals(mine.id(), now(deal).reference("account").id());
        RecordData roleless = engine.records.update(SYSTEM, "users", merger.id(), 1, values("roles", null));
        assertThrows(NotFound.class, () -> duplicates.unmerge(as(roleless), ACCOUNTS, mine.id()));

        duplicates.unmerge(SYSTEM, ACCOUNTS, mine.id());
        assertEquals(theirs.id(), now(deal).reference("account").id());
    }

    @Test
    void manyReferencesMoveThereAndBack() {
        engine.records.inTransaction(() -> {
            for (int i = 0; i < 1_201; i++) {
                engine.deal("name", "d" + i, "account", reference(theirs));
            }
            return null;
        });
        Query pointing = Query.of(DEALS).where("account==" + mine.id());

        merge(SYSTEM);
        assertEquals(1_202, engine.records.count(SYSTEM, pointing));
        duplicates.unmerge(SYSTEM, ACCOUNTS, mine.id());
        assertEquals(0, engine.records.count(SYSTEM, pointing));
        assertEquals(1_202, engine.records.count(SYSTEM, Query.of(DEALS).where("account==" + theirs.id())));
    }
}
