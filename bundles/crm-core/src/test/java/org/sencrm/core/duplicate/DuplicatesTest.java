package org.sencrm.core.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;
import static org.sencrm.core.record.TestEngine.line;
import static org.sencrm.core.record.TestEngine.reference;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Share;
import org.sencrm.api.duplicate.Candidate;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.record.TestEngine;

class DuplicatesTest {

    private static TestEngine engine;
    private static DuplicateService duplicates;

    @BeforeAll
    static void start() {
        engine = new TestEngine();
        duplicates = new DuplicateService(
                engine.database,
                engine.records,
                engine.types,
                engine.gate,
                engine.search,
                engine.shares,
                engine.messages);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        engine.close();
    }

    private static List<Candidate> find(String field, String value) {
        return duplicates.find(SYSTEM, "accounts", Map.of(field, value));
    }

    @Test
    void aTelephoneNumberIsTheSameHoweverItIsWritten() {
        engine.create("accounts", "name", "Sen", "phone", "+84 901 234 567");
        engine.create("accounts", "name", "Other", "phone", "0901 234 568");
        List<Candidate> found = find("phone", "0901.23.45.67");
        assertEquals(1, found.size());
        assertEquals("Sen", found.get(0).record().text("name"));
        assertEquals(80, found.get(0).score());
        assertEquals(
                List.of(new Candidate.Reason("phone", true, 80)), found.get(0).reasons());
    }

    @Test
    void aNameIsTheSameWithoutAccentsAndLegalFormAndAlikeWithAnError() {
        engine.create("accounts", "name", "Công ty TNHH Hoa Sen Việt");
        assertEquals(70, find("name", "hoa sen viet").get(0).score());
        Candidate alike = find("name", "Hoa Sen Vi").get(0);
        assertEquals(false, alike.reasons().get(0).exact());
        assertTrue(alike.score() < 50);
        assertEquals(List.of(), find("name", "Công ty Thép Miền Nam"));
    }

    @Test
    void severalReasonsMakeItSurer() {
        engine.create("accounts", "name", "Trà Xanh", "website", "https://www.tra.example/vn");
        assertEquals(60, find("website", "tra.example").get(0).score());
        List<Candidate> both =
                duplicates.find(SYSTEM, "accounts", Map.of("website", "http://tra.example", "name", "tra xanh"));
        assertEquals(88, both.get(0).score());
    }

    @Test
    void aSharedRecordIsFoundUntilItIsTakenBack() {
        RecordData lan = engine.user("Lan", null, engine.role("own", line("accounts", "own", List.of(), "read")));
        RecordData known = engine.create("accounts", "name", "Trúc Lâm");
        Map<String, String> asked = Map.of("name", "truc lam");
        assertEquals(List.of(), duplicates.find(as(lan), "accounts", asked));
        Share share = engine.shares.share(SYSTEM, "accounts", known.id(), reference(lan), false);
        assertEquals(1, duplicates.find(as(lan), "accounts", asked).size());
        engine.shares.takeBack(SYSTEM, "accounts", known.id(), share.id());
        assertEquals(List.of(), duplicates.find(as(lan), "accounts", asked));
    }

    @Test
    void aRecordIsNoDuplicateOfItself() {
        RecordData one = engine.create("accounts", "name", "Mây", "taxCode", "0309 999 111");
        assertEquals(List.of(), duplicates.ofRecord(SYSTEM, "accounts", one.id()));
        RecordData twin = engine.create("accounts", "name", "Gió", "taxCode", "0309-999-111");
        List<Candidate> found = duplicates.ofRecord(SYSTEM, "accounts", one.id());
        assertEquals(
                List.of(),
                found.stream()
                        .filter(candidate -> candidate.record().id() != twin.id())
                        .toList());
        assertEquals(
                List.of(),
                duplicates.ofRecord(
                        SYSTEM,
                        "activities",
                        engine.create("activities", "name", "x").id()));
    }

    @Test
    void onlyFieldsThatCanTellAndThatTheCallerReadsAreTaken() {
        RecordData seller = engine.user(
                "Duplicate Seller", null, engine.role("d", line("accounts", "all", List.of("phone"), "read")));
        RecordData stranger = engine.user("Duplicate Stranger", null);
        assertThrows(InvalidRequest.class, () -> find("employees", "5"));
        assertThrows(InvalidRequest.class, () -> duplicates.find(SYSTEM, "accounts", Map.of("name", " ")));
        assertTrue(duplicates.comparedFields(SYSTEM, "accounts").containsAll(List.of("name", "phone", "taxCode")));
        assertTrue(!duplicates.comparedFields(as(seller), "accounts").contains("phone"));
        assertThrows(
                InvalidRequest.class, () -> duplicates.find(as(seller), "accounts", Map.of("phone", "0901234567")));
        assertThrows(NotFound.class, () -> duplicates.comparedFields(as(stranger), "accounts"));
    }
}
