package org.sencrm.tokenkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.audit.AuditCheck;
import org.sencrm.api.audit.AuditEntry;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.audit.AuditQuery;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorListener.Event;
import org.sencrm.api.signin.Factors;
import org.sencrm.testkit.TestCrm;

/** The list of keys. */
class KeysTest {

    private static final String TYPE = "tokenkeys";
    private static final Instant USED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-04T08:00:00Z");

    private final KeyFacts facts = new KeyFacts();
    private final Revoked factors = new Revoked();
    private final MemoryTrail trail = new MemoryTrail();
    private TestCrm crm;
    private Caller administrator;
    private KeyNews news;
    private long lan;

    @BeforeEach
    void start() {
        crm = TestCrm.of("crm-token-key", TokenKey.class);
        KeyEnd keyEnd = new KeyEnd(crm.records(), factors, crm.messages());
        crm.hook(TYPE, new KeyRules(factors, crm.settings(), facts))
                .hook(TYPE, new KeyTrail(trail))
                .action(TYPE, "assign", new AssignKey(crm.records(), crm.messages()))
                .action(TYPE, "revoke", new RevokeKey(keyEnd))
                .action(TYPE, "lost", new LoseKey(keyEnd))
                .action(TYPE, "replace", new ReplaceKey(crm.records(), keyEnd, crm.messages()))
                .action(TYPE, "takeBack", new TakeBackKey(crm.records()));
        administrator = crm.administrator();
        news = new KeyNews(crm.records(), facts);
        lan = crm.user("Lan").caller().userId();
    }

    @AfterEach
    void stop() throws InterruptedException {
        crm.close();
    }

    private RecordData issue(String serial) {
        return crm.records().create(administrator, TYPE, Map.of("name", "Token " + serial, "serial", serial));
    }

    private RecordData act(RecordData key, String action, Map<String, Object> input) {
        crm.records().act(administrator, TYPE, key.id(), action, input);
        return get(key);
    }

    private RecordData get(RecordData key) {
        return crm.records().get(administrator, TYPE, key.id());
    }

    private static Factor factor(long id, long user, Instant used) {
        return new Factor(id, user, WebAuthn.WORD, "Blue key", true, USED, used);
    }

    private RecordData active() {
        RecordData key = act(issue("A-1"), "assign", Map.of("holder", Long.toString(lan)));
        news.changed(Event.CONFIRMED, factor(500, lan, null), Caller.system());
        return get(key);
    }

    @Test
    void everyLabelIsThereInBothLanguages() {
        assertEquals(List.of(), crm.missingTexts());
    }

    /** S0-56: three keys are counted and priced; one that is revoked loses its factor, which lets nobody in any more. */
    @Test
    void threeKeysCostEightyFourDollars() {
        RecordData first = act(issue("A-1"), "assign", Map.of("holder", Long.toString(lan)));
        issue("A-2");
        issue("A-3");

        assertEquals(3, crm.records().count(administrator, Query.of(TYPE)));
        assertCost("84");
        news.changed(Event.CONFIRMED, factor(500, lan, null), Caller.system());
        assertEquals("revoked", act(first, "revoke", Map.of()).text("state"));
        assertEquals(List.of(500L), factors.revoked);
        assertCost("84");
    }

    private void assertCost(String dollars) {
        Object total = crm.records()
                .summarize(administrator, new SummaryQuery(TYPE, "state", List.of("sum:cost"), "", ""))
                .total()
                .measures()
                .get("sum:cost");
        Money sum = (Money) total;
        assertEquals(0, new BigDecimal(dollars).compareTo(sum.amount()), sum::toString);
        assertEquals("USD", sum.currency());
    }

    @Test
    void priceAndCurrencyAreSettings() {
        crm.settings().set(administrator, KeyPrice.PRICE, "700000");
        crm.settings().set(administrator, KeyPrice.CURRENCY, "VND");

        assertEquals("VND", issue("A-1").money("cost").currency());
    }

    @Test
    void aKeyIsIssuedAssignedAndActiveOnceItsHolderConfirmsIt() {
        RecordData key = issue("A-1");
        assertEquals("issued", key.text("state"));
        key = act(key, "assign", Map.of("holder", Long.toString(lan)));
        assertEquals("assigned", key.text("state"));

        news.changed(Event.CONFIRMED, factor(500, lan, null), Caller.system());
        assertEquals("active", get(key).text("state"));
        news.changed(Event.USED, factor(500, lan, USED), Caller.system());
        assertEquals(USED, get(key).get("lastUsedAt"));
        assertEquals("active", get(key).text("state"));
    }

    @Test
    void whoBringsAnAppOfTheirOwnIsListedToo() {
        news.changed(Event.CONFIRMED, app(), Caller.system());

        RecordData own =
                crm.records().list(administrator, Query.of(TYPE)).items().get(0);
        assertEquals("Phone", own.text("name"));
        assertEquals(lan, own.reference("holder").id());
        assertNull(own.money("cost"));
    }

    @Test
    void aSecurityKeyIsListedAsOneAndItsUseIsSeen() {
        Factor key = new Factor(501, lan, WebAuthn.WORD, "Blue key", true, USED, null);
        news.changed(Event.CONFIRMED, key, Caller.system());
        news.changed(Event.USED, new Factor(501, lan, WebAuthn.WORD, "Blue key", true, USED, USED), Caller.system());

        RecordData listed =
                crm.records().list(administrator, Query.of(TYPE)).items().get(0);
        assertEquals(WebAuthn.WORD, listed.text("kind"));
        assertEquals(USED, listed.get("lastUsedAt"));
        act(listed, "revoke", Map.of());
        assertEquals(List.of(501L), factors.revoked);
    }

    private Factor app() {
        return new Factor(500, lan, Totp.WORD, "Phone", true, USED, null);
    }

    @Test
    void aKeyThatWasBoughtDoesNotBecomeActiveByAnAppOfAPhone() {
        RecordData bought = act(issue("A-1"), "assign", Map.of("holder", Long.toString(lan)));
        assertEquals(WebAuthn.WORD, bought.text("kind"));
        news.changed(Event.CONFIRMED, app(), Caller.system());

        assertEquals("assigned", get(bought).text("state"));
        assertEquals(Totp.WORD, only("active").text("kind"));
    }

    @Test
    void anAppThatWasChosenBecomesActive() {
        RecordData chosen = assigned(Map.of("name", "App", "kind", Totp.WORD));
        news.changed(Event.CONFIRMED, app(), Caller.system());

        assertEquals("active", get(chosen).text("state"));
    }

    @Test
    void ofSeveralSecurityKeysTheOneThatWaitedLongestBecomesActive() {
        RecordData first = assigned(Map.of("name", "One", "serial", "S-1"));
        crm.advance(Duration.ofMinutes(1));
        RecordData second = assigned(Map.of("name", "Two", "serial", "S-2"));
        news.changed(Event.CONFIRMED, factor(500, lan, null), Caller.system());

        assertEquals("active", get(first).text("state"));
        assertEquals("assigned", get(second).text("state"));
    }

    private RecordData assigned(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("holder", Long.toString(lan));
        return crm.records().create(administrator, TYPE, all);
    }

    private RecordData assignedCard(String serial) {
        return assigned(Map.of("name", "Card " + serial, "kind", X509.WORD, "serial", serial));
    }

    /** The one key in this state. */
    private RecordData only(String state) {
        List<RecordData> found = crm.records()
                .list(administrator, Query.of(TYPE).where(Rsql.equal("state", state)))
                .items();
        assertEquals(1, found.size());
        return found.get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1FA2", "1fa2", "00:1f:a2", "1F A2", "001FA2"})
    void theCertificateTellsWhichOfTheAssignedKeysIsMeant(String typed) {
        RecordData other = assignedCard("2B");
        crm.advance(Duration.ofMinutes(1));
        RecordData meant = assignedCard(typed);
        news.changed(Event.CONFIRMED, card(501, "1FA2"), Caller.system());

        assertEquals("assigned", get(other).text("state"));
        assertEquals("active", get(meant).text("state"));
        assertEquals(typed, get(meant).text("serial"));
        assertEquals("CN=Lan\nCN=Staff\n1FA2", get(meant).text("certificate"));
    }

    @Test
    void aCertificateThatWasNotAssignedMakesNoKeyActiveAndIsListedAsWhatItIs() {
        RecordData assigned = assignedCard("2B");
        news.changed(Event.CONFIRMED, card(501, "1F"), Caller.system());

        assertEquals("assigned", get(assigned).text("state"));
        RecordData real = only("active");
        assertEquals("1F", real.text("serial"));
        assertEquals("CN=Lan\nCN=Staff\n1F", real.text("certificate"));
        assertNull(real.money("cost"));
    }

    @Test
    void aKeyWithoutASerialTakesThatOfTheCertificate() {
        RecordData assigned = assigned(Map.of("name", "Card", "kind", X509.WORD));
        news.changed(Event.CONFIRMED, card(501, "1F"), Caller.system());

        assertEquals("active", get(assigned).text("state"));
        assertEquals("1F", get(assigned).text("serial"));
    }

    private Factor card(long id) {
        return card(id, "1F");
    }

    private Factor card(long id, String serial) {
        Map<String, String> facts = Map.of("subject", "CN=Lan", "issuer", "CN=Staff", "serial", serial);
        return new Factor(id, lan, X509.WORD, "Card", true, USED, null, LATER, facts);
    }

    @Test
    void aCertificateIsListedWithItsSerialAndItsEnd() {
        news.changed(Event.CONFIRMED, card(501), Caller.system());

        RecordData listed =
                crm.records().list(administrator, Query.of(TYPE)).items().get(0);
        assertEquals(X509.WORD, listed.text("kind"));
        assertEquals("1F", listed.text("serial"));
        assertEquals(LATER, listed.get("validUntil"));
        assertEquals("CN=Lan\nCN=Staff\n1F", listed.text("certificate"));
    }

    @Test
    void aCardThatComesBackAndOneThatIsInTheDrawerAlreadyAreListedToo() {
        news.changed(Event.CONFIRMED, card(501), Caller.system());
        news.changed(Event.REMOVED, card(501), Caller.system());
        news.changed(Event.CONFIRMED, card(502), Caller.system());

        assertEquals(
                1,
                crm.records().count(administrator, Query.of(TYPE).where(Rsql.equal("serial", "1F"))),
                "a number stands for one line");
        RecordData again = crm.records()
                .list(administrator, Query.of(TYPE).where(Rsql.equal("state", "active")))
                .items()
                .get(0);
        assertEquals("CN=Lan\nCN=Staff\n1F", again.text("certificate"));
    }

    @Test
    void whatHappenedWhileNobodyListenedIsCaughtUpWith() {
        CatchUp catchUp = new CatchUp(crm.records(), factors, facts, Clock.fixed(LATER, ZoneOffset.UTC));
        RecordData gone = active();
        RecordData waiting = act(issue("B-2"), "assign", Map.of("holder", Long.toString(lan)));
        Factor confirmed = factor(501, lan, USED);
        Factor own = new Factor(502, lan, WebAuthn.WORD, "Blue key", true, USED, USED);
        factors.all.addAll(List.of(confirmed, own));

        assertEquals(Map.of("changed", 3), catchUp.run(Caller.system(), null));
        assertEquals("revoked", get(gone).text("state"));
        assertEquals("active", get(waiting).text("state"));
        assertEquals(USED, get(waiting).get("lastUsedAt"));
        assertEquals(3, crm.records().count(administrator, Query.of(TYPE)));
        assertEquals(Map.of("changed", 0), catchUp.run(Caller.system(), null), "once is enough");

        factors.all.set(
                1,
                new Factor(
                        502,
                        lan,
                        WebAuthn.WORD,
                        "Blue key",
                        true,
                        USED,
                        LATER.minusSeconds(600).plusNanos(123_456_000)));
        assertEquals(Map.of("changed", 1), catchUp.run(Caller.system(), null));
        assertEquals(Map.of("changed", 0), catchUp.run(Caller.system(), null), "to the last digit");
    }

    @Test
    void whatIsOnItsWayIsNotDoneTwice() {
        CatchUp catchUp = new CatchUp(crm.records(), factors, facts, Clock.fixed(LATER, ZoneOffset.UTC));
        factors.all.add(factor(501, lan, LATER.minusSeconds(30)));

        assertEquals(Map.of("changed", 0), catchUp.run(Caller.system(), null));
        assertEquals(0, crm.records().count(administrator, Query.of(TYPE)));
    }

    @Test
    void aRevokedKeyTakesItsFactorWithIt() {
        RecordData key = act(active(), "revoke", Map.of());

        assertEquals("revoked", key.text("state"));
        assertEquals(List.of(500L), factors.revoked);
    }

    @Test
    void aLostKeyTakesItsFactorWithIt() {
        assertEquals("lost", act(active(), "lost", Map.of()).text("state"));
        assertEquals(List.of(500L), factors.revoked);
    }

    @Test
    void aReplacedKeyLeavesANewOneToTheSamePerson() {
        RecordData old = act(active(), "replace", Map.of("serial", "A-2"));

        assertEquals("replaced", old.text("state"));
        assertEquals(List.of(500L), factors.revoked);
        Reference next = old.reference("replacedBy");
        assertNotNull(next);
        RecordData fresh = crm.records().get(administrator, TYPE, next.id());
        assertEquals("assigned", fresh.text("state"));
        assertEquals(lan, fresh.reference("holder").id());
    }

    @Test
    void aFactorThatItsOwnerTookAwayEndsTheKey() {
        RecordData key = active();
        news.changed(Event.REMOVED, factor(500, lan, null), Caller.system());

        assertEquals("revoked", get(key).text("state"));
    }

    @Test
    void nobodyMakesAKeyActiveByHandOrBringsOneBack() {
        RecordData key = issue("A-9");
        assertThrows(InvalidRecord.class, () -> patch(key, "active"));
        RecordData ended = act(key, "lost", Map.of());
        assertThrows(InvalidRecord.class, () -> patch(ended, "issued"));
        RecordData revoked = act(issue("A-8"), "revoke", Map.of());
        assertThrows(InvalidRecord.class, () -> patch(revoked, "assigned"));
        RecordData active = active();
        assertThrows(InvalidRecord.class, () -> patch(active, "issued"));
        assertThrows(
                InvalidRecord.class, () -> crm.records().delete(administrator, TYPE, active.id(), active.version()));
    }

    /** S0-56: what was bought once is counted once. */
    @ParameterizedTest
    @ValueSource(strings = {"revoke", "replace"})
    void aKeyThatEndedAndIsStillThereGoesToSomebodyElse(String end) {
        RecordData ended = act(active(), end, Map.of("reason", "Lan has left"));
        assertEquals("Lan has left", ended.text("reason"));
        assertTrue(offered(ended).contains("takeBack"));
        long keys = crm.records().count(administrator, Query.of(TYPE));

        RecordData back = act(ended, "takeBack", Map.of());
        assertEquals("issued", back.text("state"));
        for (String field : List.of("holder", "factor", "lastUsedAt", "validUntil", "replacedBy", "reason")) {
            assertNull(back.get(field), field);
        }
        assertEquals("A-1", back.text("serial"));
        assertEquals(ended.money("cost"), back.money("cost"));
        assertEquals(keys, crm.records().count(administrator, Query.of(TYPE)));
        assertTrue(crm.records().history(administrator, TYPE, back.id(), 50, 0).stream()
                .flatMap(change -> change.fields().stream())
                .anyMatch(change -> change.field().equals("holder") && change.to() == null));

        long mai = crm.user("Mai").caller().userId();
        act(back, "assign", Map.of("holder", Long.toString(mai)));
        news.changed(Event.CONFIRMED, factor(600, mai, null), Caller.system());
        assertEquals("active", get(back).text("state"));
        assertEquals(mai, get(back).reference("holder").id());
    }

    private List<String> offered(RecordData key) {
        return crm.records().actions(administrator, TYPE, key.id());
    }

    /** The filter of the view of keys that have to be given back. */
    @Test
    void theKeysOfPeopleWhoAreSwitchedOffAreFound() {
        Query toReturn = Query.of(TYPE).where("state=in=(assigned,active);holder.active==false");
        RecordData key = active();
        assertEquals(0, crm.records().count(administrator, toReturn));

        RecordData holder = crm.records().get(administrator, "users", lan);
        crm.records().update(administrator, "users", lan, holder.version(), Map.of("active", false));
        assertEquals(1, crm.records().count(administrator, toReturn));
        act(key, "revoke", Map.of());
        assertEquals(0, crm.records().count(administrator, toReturn));
    }

    @Test
    void neitherALostKeyNorOneOfSomebodysOwnGoesIntoStock() {
        RecordData lost = act(active(), "lost", Map.of());
        assertFalse(offered(lost).contains("takeBack"));
        assertThrows(InvalidRecord.class, () -> act(lost, "takeBack", Map.of()));

        news.changed(Event.CONFIRMED, app(), Caller.system());
        RecordData own = act(only("active"), "revoke", Map.of());
        assertFalse(offered(own).contains("takeBack"));
    }

    @Test
    void whoEndsAKeyIsToldWhatItMeansForTheHolder() {
        RecordData unused = issue("A-7");
        assertTrue(tell(unused, "revoke").startsWith("The key has ended. Nobody signed in with it"));

        assertTrue(tell(active(), "revoke").contains("Lan signs in with the password"));
        factors.all.add(factor(501, lan, null));
        assertTrue(tell(activeAgain(502), "lost").contains("Another second factor is left"));
        factors.all.clear();
        factors.asked = true;
        String told = tell(activeAgain(503), "replace");
        assertTrue(told.contains("until a second administrator agrees"), told);
        assertTrue(told.endsWith("The new key “A-503” is assigned."), told);
    }

    private String tell(RecordData key, String action) {
        return (String) crm.records().act(administrator, TYPE, key.id(), action, Map.of());
    }

    private RecordData activeAgain(long factor) {
        RecordData key = assigned(Map.of("name", "A-" + factor));
        news.changed(Event.CONFIRMED, factor(factor, lan, null), Caller.system());
        return get(key);
    }

    @Test
    void whoSitsAtABrowserSaysWhyWhereItCannotBeUndone() {
        Caller browser = administrator.entered(new Entry(5, 0, null));
        RecordData key = active();
        for (String action : List.of("revoke", "lost", "replace")) {
            InvalidRecord asked = assertThrows(
                    InvalidRecord.class,
                    () -> crm.records().act(browser, TYPE, key.id(), action, Map.of("reason", " ")));
            assertEquals("reason", asked.errors().get(0).field());
        }
        assertEquals("active", get(key).text("state"));
        assertEquals(1, crm.records().count(administrator, Query.of(TYPE)));

        crm.records().act(browser, TYPE, key.id(), "lost", Map.of("reason", "Left in a taxi"));
        assertEquals("Left in a taxi", get(key).text("reason"));
        RecordData unused = issue("A-5");
        crm.records().act(browser, TYPE, unused.id(), "revoke", Map.of());
        assertEquals("revoked", get(unused).text("state"), "which can be taken back");
    }

    /** S0-56: each step stands in the audit trail. */
    @Test
    void whatBecomesOfAKeyStandsInTheAuditTrail() {
        RecordData key = active();
        news.changed(Event.USED, factor(500, lan, USED), Caller.system());
        act(key, "revoke", Map.of());
        act(key, "takeBack", Map.of());
        crm.records()
                .update(
                        administrator,
                        TYPE,
                        key.id(),
                        get(key).version(),
                        Map.of("cost", new Money(new BigDecimal("30"), "USD")));
        act(key, "assign", Map.of("holder", Long.toString(lan)));
        act(key, "replace", Map.of());

        assertEquals(
                List.of("issued", "assigned", "active", "revoked", "takenBack", "priced", "assigned", "replaced"),
                trail.of(key.id()));
        assertEquals(Map.of("user", lan), trail.events.get(1).details());
        RecordData next = get(key);
        long fresh = next.reference("replacedBy").id();
        assertEquals(List.of("issued", "assigned"), trail.of(fresh));
        long mai = crm.user("Mai").caller().userId();
        RecordData other = crm.records().get(administrator, TYPE, fresh);
        other = crm.records().update(administrator, TYPE, fresh, other.version(), Map.of("holder", Long.toString(mai)));
        act(other, "lost", Map.of());
        crm.records().delete(administrator, TYPE, fresh, get(other).version());
        assertEquals(List.of("issued", "assigned", "assigned", "lost", "trashed"), trail.of(fresh));
    }

    private void patch(RecordData key, String state) {
        crm.records().update(administrator, TYPE, key.id(), key.version(), Map.of("state", state));
    }

    @Test
    void onlyAdministratorsSeeTheList() {
        issue("A-1");

        assertThrows(NotFound.class, () -> crm.records().list(crm.user("Mai").caller(), Query.of(TYPE)));
    }

    /** Remembers what was noted, and has nothing to read. */
    private static final class MemoryTrail implements AuditTrail {

        private final List<AuditEvent> events = new ArrayList<>();

        /** What became of a key, without the word that all have in common. */
        List<String> of(long key) {
            return events.stream()
                    .filter(event -> event.subject().equals(Long.toString(key)))
                    .map(event -> event.kind().substring((TYPE + ".").length()))
                    .toList();
        }

        @Override
        public void note(Caller caller, AuditEvent event) {
            events.add(event);
        }

        @Override
        public List<AuditEntry> find(Caller caller, AuditQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long write(Caller caller, AuditQuery query, OutputStream csv) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AuditCheck verify(Caller caller, String expected) {
            throw new UnsupportedOperationException();
        }
    }

    /** Remembers what was revoked. */
    private static final class Revoked implements Factors {

        private final List<Long> revoked = new ArrayList<>();
        private final List<Factor> all = new ArrayList<>();
        private boolean asked;

        @Override
        public List<Factor> all(Caller caller, String kind) {
            return all.stream().filter(factor -> factor.kind().equals(kind)).toList();
        }

        @Override
        public void revoke(Caller caller, long id) {
            revoked.add(id);
        }

        @Override
        public List<String> kinds() {
            return List.of(WebAuthn.WORD, Totp.WORD);
        }

        @Override
        public List<Factor> own(Caller caller) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Instant> dueBy(Caller caller) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Begun enrol(Caller caller, String kind, String label) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> confirm(Caller caller, long id, String answer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(Caller caller, long id, char[] password, String answer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reset(Caller caller, long userId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isResetAsked(Caller caller, long userId) {
            return asked;
        }
    }
}
