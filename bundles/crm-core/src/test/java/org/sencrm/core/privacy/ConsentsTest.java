package org.sencrm.core.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.privacy.Consents;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.core.duplicate.DuplicateService;
import org.sencrm.core.model.Consent;
import org.sencrm.core.record.TestEngine;

/** What people allow, and who may write it down. */
class ConsentsTest {

    private final TestEngine engine = new TestEngine();
    private final Consents consents = new StoredConsents(engine.database, engine.types, engine.gate, engine.messages);
    private RecordData an;
    private Caller seller;

    @BeforeEach
    void begin() {
        engine.types.install("core-privacy", "crm-core", List.of(Consent.class));
        engine.hook(Consents.TYPE, new ConsentRules(engine.database, engine.types, engine.clock));
        RecordData role =
                engine.role("Seller", TestEngine.line("*", "own", List.of(), "read", "create", "update", "delete"));
        seller = TestEngine.as(engine.user("Lan", null, role));
        an = engine.records.create(seller, "contacts", Map.of("name", "Nguyễn Văn An"));
    }

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    private Reference person() {
        return TestEngine.reference(an);
    }

    private RecordData says(String state, Object... more) {
        engine.clock.advance(Duration.ofSeconds(1));
        Map<String, Object> values = TestEngine.values(more);
        values.put("person", person());
        values.putIfAbsent("purpose", "newsletter");
        values.put("state", state);
        return engine.records.create(seller, Consents.TYPE, values);
    }

    private static String refused(Executable save) {
        return assertThrows(InvalidRecord.class, save).errors().get(0).message();
    }

    @Test
    void whoSaidNothingAllowsNothing() {
        assertFalse(consents.may(person(), "newsletter"));
        assertFalse(consents.may(person(), "newsletter", "email"));
    }

    @Test
    void aConsentIsForItsPurposeOnly() {
        says("given");
        assertTrue(consents.may(person(), "newsletter"));
        assertTrue(consents.may(person(), "newsletter", "email"));
        assertFalse(consents.may(person(), "offers"));
    }

    @Test
    void theLastWordCounts() {
        says("given");
        says("withdrawn");
        assertFalse(consents.may(person(), "newsletter"));
        says("given");
        assertTrue(consents.may(person(), "newsletter"));
    }

    @Test
    void whatWasSaidEarlierAndIsWrittenDownLaterIsNotTheLastWord() {
        says("withdrawn");
        says("given", "statedAt", Instant.parse("2020-01-01T00:00:00Z"));
        assertFalse(consents.may(person(), "newsletter"));
    }

    @Test
    void aChannelMayBeWithdrawnByItself() {
        says("given");
        says("withdrawn", "channel", "sms");
        assertFalse(consents.may(person(), "newsletter", "sms"));
        assertTrue(consents.may(person(), "newsletter", "email"));
        assertFalse(consents.may(person(), "newsletter"), "not through every channel");
        says("given", "channel", "sms");
        assertTrue(consents.may(person(), "newsletter"));
    }

    @Test
    void aConsentForOneChannelIsNoneForOthers() {
        says("given", "channel", "email");
        assertTrue(consents.may(person(), "newsletter", "email"));
        assertFalse(consents.may(person(), "newsletter", "phone"));
        assertFalse(consents.may(person(), "newsletter"));
    }

    @Test
    void manyAreAskedAtOnce() {
        says("given");
        RecordData other = engine.create("contacts", "name", "Trần Thị Bình");
        assertEquals(
                Set.of(an.id()), consents.permitted("contacts", List.of(an.id(), other.id()), "newsletter", "email"));
        assertEquals(Set.of(), consents.permitted("contacts", List.of(), "newsletter", null));
        assertEquals(Set.of(), consents.permitted("leads", List.of(an.id()), "newsletter", null));
    }

    @Test
    void nobodyChangesWhatWasSaid() {
        RecordData fact = says("given");
        engine.clock.advance(Duration.ofMinutes(1));
        String message = refused(() ->
                engine.records.update(seller, Consents.TYPE, fact.id(), fact.version(), Map.of("state", "withdrawn")));
        assertTrue(message.contains("not changed afterwards"), message);
        refused(() -> engine.records.update(
                TestEngine.SYSTEM, Consents.TYPE, fact.id(), fact.version(), Map.of("proof", "Another")));
    }

    @Test
    void aMergeAloneMovesWhatWasSaidToSomebodyElse() {
        RecordData fact = says("given");
        RecordData other = engine.records.create(seller, "contacts", Map.of("name", "Trần Thị Bình"));
        Map<String, Object> moved = Map.of("person", TestEngine.reference(other));
        Caller importing = seller.inJob(77, "import");
        refused(() -> engine.records.update(importing, Consents.TYPE, fact.id(), fact.version(), moved));
        assertTrue(consents.may(person(), "newsletter"));

        DuplicateService duplicates = new DuplicateService(
                engine.database,
                engine.records,
                engine.types,
                engine.gate,
                engine.search,
                engine.shares,
                engine.messages);
        duplicates.merge(TestEngine.SYSTEM, "contacts", other.id(), an.id(), Map.of());
        assertTrue(consents.may(TestEngine.reference(other), "newsletter"));
    }

    @Test
    void whoeverWroteItDownTakesItBackForAWhile() {
        RecordData fact = says("withdrawn");
        Caller other = TestEngine.as(engine.user(
                "Minh", null, engine.role("All", TestEngine.line("*", "all", List.of(), "read", "delete"))));
        refused(() -> engine.records.delete(other, Consents.TYPE, fact.id(), fact.version()));
        engine.records.delete(seller, Consents.TYPE, fact.id(), fact.version());
        RecordData late = says("given");
        assertTrue(consents.may(person(), "newsletter"));
        engine.clock.advance(Duration.ofMinutes(11));
        refused(() -> engine.records.delete(seller, Consents.TYPE, late.id(), late.version()));
    }

    @Test
    void onlyPeopleSaySomething() {
        RecordData account = engine.create("accounts", "name", "Sen");
        String message = refused(() -> engine.create(
                Consents.TYPE, "person", TestEngine.reference(account), "purpose", "newsletter", "state", "given"));
        assertTrue(message.contains("no person"), message);
    }

    @Test
    void nothingIsSaidTomorrow() {
        Instant tomorrow = engine.clock.instant().plus(Duration.ofDays(1));
        refused(() -> says("given", "statedAt", tomorrow));
    }

    @Test
    void thePresentStateIsForThoseWhoSeeThePerson() {
        says("given");
        says("withdrawn", "purpose", "offers");
        says("given", "purpose", "offers", "channel", "email");
        List<Consents.Fact> current = consents.current(seller, person());
        assertEquals(
                List.of("newsletter null true", "offers null false", "offers email true"),
                current.stream()
                        .map(fact -> fact.purpose() + ' ' + fact.channel() + ' ' + fact.given())
                        .toList());
        Caller stranger = TestEngine.as(
                engine.user("Hoa", null, engine.role("Own", TestEngine.line("*", "own", List.of(), "read"))));
        assertThrows(NotFound.class, () -> consents.current(stranger, person()));
        Caller blind = TestEngine.as(engine.user(
                "Kim", null, engine.role("Contacts", TestEngine.line("contacts", "all", List.of(), "read"))));
        assertEquals(List.of(), consents.current(blind, person()));
    }

    @Test
    void nobodyIsToldMoreThanAListWouldShow() {
        says("given", "origin", "paper", "textVersion", "v2");
        Caller reader = reader("Hoa", "all", "origin", "statedAt");
        Consents.Fact fact = consents.current(reader, person()).get(0);
        assertNull(fact.origin());
        assertNull(fact.at());
        assertEquals("v2", fact.textVersion());
        assertEquals("paper", consents.current(seller, person()).get(0).origin());
        assertEquals(List.of(), consents.current(reader("Kim", "all", "state"), person()));
        assertEquals(List.of(), consents.current(reader("Tâm", "own"), person()), "the facts of the seller");
        assertTrue(consents.may(person(), "newsletter"));
    }

    private Caller reader(String name, String scope, String... denied) {
        return TestEngine.as(engine.user(
                name,
                null,
                engine.role(
                        name,
                        TestEngine.line("contacts", "all", List.of(), "read"),
                        TestEngine.line(Consents.TYPE, scope, List.of(denied), "read"))));
    }

    @Test
    void aWordAboutAllChannelsEndsWhatWasSaidOfOne() {
        says("given", "channel", "email");
        says("withdrawn");
        assertEquals(1, consents.current(seller, person()).size());
        assertFalse(consents.may(person(), "newsletter", "email"));
    }

    @Test
    void typesOfAdministratorsWithTheNameOfAPersonHoldPeople() {
        engine.customTypes.create(TestEngine.SYSTEM, Map.of("name", "guests", "label", "Guest", "plural", "Guests"));
        assertFalse(engine.types.get("c_guests").isPerson());
        engine.fields.create(
                TestEngine.SYSTEM, "c_guests", Map.of("name", "guest", "label", "Guest", "kind", "personName"));
        assertTrue(engine.types.get("c_guests").isPerson());
        assertTrue(engine.types.get("contacts").isPerson());
        assertFalse(engine.types.get("accounts").isPerson());
    }
}
