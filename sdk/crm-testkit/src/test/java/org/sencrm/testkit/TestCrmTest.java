package org.sencrm.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.field.ContributedField;
import org.sencrm.api.job.Job;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Reference;

class TestCrmTest {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 1);

    @AutoClose
    private final TestCrm crm = TestCrm.of("acme-visits", Visit.class);

    private final Caller system = Caller.system();

    @Test
    void fieldsOnTypesOfOthersAreFieldsLikeAnyOther() {
        crm.fields(() -> List.of(
                ContributedField.of("accounts", "visitDay", FieldKind.TEXT),
                ContributedField.of("accounts", "visits", FieldKind.NUMBER)));

        crm.records().create(system, "accounts", Map.of("name", "Sen", "visitDay", "Monday", "visits", 3));
        crm.records().create(system, "accounts", Map.of("name", "Mai"));

        List<RecordData> found = crm.records()
                .list(system, Query.of("accounts").where("visits>2"))
                .items();
        assertEquals(1, found.size());
        assertEquals("Monday", found.get(0).get("visitDay"));
        IllegalArgumentException taken = assertThrows(
                IllegalArgumentException.class,
                () -> crm.fields(() -> List.of(ContributedField.of("accounts", "budget", FieldKind.STRUCTURE))));
        assertTrue(taken.getMessage().contains("accounts.budget"));
    }

    @Test
    void aHookFillsInAndRefusesInTheWordsOfTheModule() {
        crm.hook("visits", new RecordHook() {
            @Override
            public void beforeSave(Draft draft) {
                draft.set("status", "planned");
                if (draft.get("plannedOn") instanceof LocalDate day && day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                    draft.refuse("plannedOn", "visits.onSunday", day.toString());
                }
            }
        });

        assertEquals("planned", visit("First").get("status"));
        InvalidRecord refused = assertThrows(
                InvalidRecord.class,
                () -> crm.records()
                        .create(
                                system.speaking(Locale.forLanguageTag("vi")),
                                "visits",
                                Map.of("name", "Second", "plannedOn", SUNDAY)));
        assertEquals("2026-03-01 là chủ nhật.", refused.errors().get(0).message());
    }

    @Test
    void listsAreFilteredSortedAndPagedAsInTheProduct() {
        for (String name : List.of("Đà Nẵng", "Huế", "Hà Nội", "Hải Phòng")) {
            visit(name);
        }
        Query byName = Query.of("visits").where("name==H*").sortedBy("-name").limitedTo(2);

        Page first = crm.records().list(system, byName);
        Page second = crm.records().list(system, byName.after(first.next()));

        assertEquals(List.of("Huế", "Hải Phòng"), names(first));
        assertEquals(List.of("Hà Nội"), names(second));
        assertEquals(
                List.of("Đà Nẵng"),
                names(crm.records().list(system, Query.of("visits").matching("da nang"))));
        assertThrows(
                InvalidRequest.class,
                () -> crm.records().list(system, Query.of("visits").where("colour==red")));
    }

    @Test
    void requiredUniqueAndUnknownValuesAreRefused() {
        crm.records().create(system, "visits", Map.of("name", "First", "code", "V1"));

        assertEquals("required", refusal(Map.of("code", "V2")));
        assertEquals("notUnique", refusal(Map.of("name", "Second", "code", "V1")));
        assertEquals("unknownChoice", refusal(Map.of("name", "Second", "status", "lost")));
        assertEquals("tooLong", refusal(Map.of("name", "x".repeat(41))));
    }

    @Test
    void aUserHasTheRightsThatWereGivenAndNoOther() {
        RecordData account = crm.records().create(system, "accounts", Map.of("name", "Sao Mai"));
        RecordData visit = crm.records()
                .create(system, "visits", Map.of("name", "First", "account", Reference.to("accounts", account.id())));
        Caller stranger = crm.user("Minh").caller();
        Caller seller = crm.user("Lan")
                .may("visits", Right.READ)
                .mayOwn("visits", Right.UPDATE)
                .hidden("accounts", "annualRevenue")
                .caller();

        assertThrows(NotFound.class, () -> crm.records().get(stranger, "visits", visit.id()));
        assertEquals("First", crm.records().get(seller, "visits", visit.id()).get("name"));
        assertThrows(
                Forbidden.class,
                () -> crm.records().update(seller, "visits", visit.id(), visit.version(), Map.of("name", "Mine")));
        assertTrue(crm.access().hiddenFields(seller, "accounts").contains("annualRevenue"));
        assertTrue(crm.access().isAdministrator(crm.administrator()));
    }

    @Test
    void whoSavesAnOldVersionLearnsOfTheConflict() {
        RecordData seen = visit("First");
        crm.records().update(system, "visits", seen.id(), seen.version(), Map.of("name", "Second"));

        assertThrows(
                Conflict.class,
                () -> crm.records().update(system, "visits", seen.id(), seen.version(), Map.of("name", "Third")));
    }

    @Test
    void anActionAndAChoiceSourceTakePart() {
        crm.action("visits", "cancel", (caller, record, input) -> "cancelled " + record.text("name"))
                .choices("visits.status", locale -> List.of(new Choice("moved", "Moved", "warn")));
        RecordData visit = visit("First");

        assertEquals(List.of("cancel"), crm.records().actions(system, "visits", visit.id()));
        assertEquals("cancelled First", crm.records().act(system, "visits", visit.id(), "cancel", Map.of()));
        crm.records().update(system, "visits", visit.id(), visit.version(), Map.of("status", "moved"));
    }

    @Test
    void listenersAreToldOfWhatIsCommittedAndOfWhatATestMakesUp() {
        List<RecordChange> told = new CopyOnWriteArrayList<>();
        crm.listener(told::addAll);

        RecordData visit = visit("First");
        crm.settle();
        crm.fire(Change.Kind.UPDATED, "accounts", 7, "name");

        assertEquals(
                List.of(visit.id(), 7L), told.stream().map(RecordChange::id).toList());
        assertEquals(
                List.of("visits", "accounts"),
                told.stream().map(RecordChange::type).toList());
    }

    @Test
    void aParcelLeavesWithTheCommitOnly() {
        assertThrows(
                IllegalStateException.class,
                () -> crm.records().inTransaction(() -> {
                    crm.outbox().put("sms", "0900", Map.of("text", "lost"));
                    throw new IllegalStateException("undone");
                }));
        crm.records().inTransaction(() -> crm.outbox().put("sms", "0900", Map.of("text", "sent")));

        assertEquals("sent", crm.outbox().parcels("sms").get(0).payload().get("text"));
        assertEquals(1, crm.outbox().parcels().size());
    }

    @Test
    void aJobIsOverWhenItsStartReturns() {
        Job done = crm.jobs().start(system, "count", (caller, progress) -> {
            progress.total(2);
            progress.done(2);
            return Map.of("job", caller.job());
        });
        Job failed = crm.jobs().start(system, "count", (caller, progress) -> {
            throw new NotFound("nothing there");
        });

        assertEquals(Job.State.DONE, done.state());
        assertEquals(Map.of("job", done.id()), done.result());
        assertEquals("nothing there", crm.jobs().get(system, failed.id()).message());
    }

    @Test
    void settingsAreKeptForTheInstallationAndForEachUser() {
        Caller seller = crm.user("Lan").caller();
        crm.settings().set(system, "visits.radius", "30");
        crm.settings().setOwn(seller, "visits.radius", "5");

        assertEquals("30", crm.settings().get("visits.radius", "10"));
        assertEquals("5", crm.settings().own(seller, "visits.radius", "10"));
        assertThrows(Forbidden.class, () -> crm.settings().set(seller, "visits.radius", "1"));
    }

    @Test
    void aTextThatALanguageLacksIsFound() {
        assertEquals(List.of("vi: visits.status.done"), crm.missingTexts());
        assertEquals(
                List.of("vi: visits.status.done"), ModuleTexts.of(Visit.class).missing());
    }

    @Test
    void aFieldWithoutAColumnIsFoundBeforeAnythingIsSaved() {
        String said = assertThrows(IllegalStateException.class, () -> TestCrm.of("acme-forgetful", Forgetful.class))
                .getMessage();

        assertEquals("the changelog makes no column PURPOSE in the table VISITS of forgotten", said);
    }

    private RecordData visit(String name) {
        return crm.records().create(system, "visits", Map.of("name", name));
    }

    private String refusal(Map<String, ?> values) {
        return assertThrows(InvalidRecord.class, () -> crm.records().create(system, "visits", values))
                .errors()
                .get(0)
                .code();
    }

    private static List<String> names(Page page) {
        return page.items().stream().map(found -> found.text("name")).toList();
    }
}
