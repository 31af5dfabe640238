package org.sencrm.vietnam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.job.Job;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.testkit.TestCrm;
import org.sencrm.vietnam.Units.Unit;

class UnitLoadTest {

    private static final Caller SYSTEM = Caller.system();
    private static final Unit HANOI = new Unit("01", "Thành phố Hà Nội", null);
    private static final Unit BAC_NINH = new Unit("24", "Tỉnh Bắc Ninh", null);
    private static final Unit BA_DINH = new Unit("00004", "Phường Ba Đình", "01");
    private static final Unit BO_HA = new Unit("07294", "Xã Bố Hạ", "24");

    @AutoClose
    private final TestCrm crm = TestCrm.of("crm-vietnam", Province.class, Commune.class);

    private final AtomicInteger finished = new AtomicInteger();

    @BeforeEach
    void hooks() {
        crm.hook(Units.PROVINCES, new ProvinceHook(crm.records(), crm.access()));
        crm.hook(Units.COMMUNES, new CommuneHook(crm.records(), crm.access()));
    }

    @Test
    void everyTextIsThere() {
        assertEquals(List.of(), crm.missingTexts());
    }

    @Test
    void theModuleLoadsAllItsUnitsOnceItsTypesAreThere() {
        AddressBook book = new AddressBook(crm.records(), crm.jobs(), crm.settings());
        book.typesChanged(crm.types());

        assertEquals(34, crm.records().count(SYSTEM, Query.of(Units.PROVINCES)));
        assertEquals(3321, crm.records().count(SYSTEM, Query.of(Units.COMMUNES)));
        assertEquals("2026-09-20", crm.settings().get("vietnam.units", ""));
        assertEquals(
                List.of("Phường Ba Đình, Thành phố Hà Nội"),
                crm.records().list(SYSTEM, Query.of(Units.COMMUNES).matching("ba dinh ha noi")).items().stream()
                        .map(commune -> commune.text("name"))
                        .toList());
    }

    @Test
    void loadedAgainNothingChanges() {
        load(List.of(HANOI), List.of(BA_DINH));
        RecordData before = commune("00004");

        Job again = load(List.of(HANOI), List.of(BA_DINH));

        assertEquals(0L, again.result().get("created"));
        assertEquals(0L, again.result().get("changed"));
        assertEquals(before.version(), commune("00004").version());
        assertEquals(2, finished.get());
    }

    @Test
    void aNewVersionRenamesAndMarksWhatIsGoneAndLeavesWhatSomebodyAdded() {
        load(List.of(HANOI, BAC_NINH), List.of(BA_DINH, BO_HA));
        crm.records()
                .create(
                        SYSTEM,
                        Units.COMMUNES,
                        Map.of("title", "Xã Mới", "code", "X1", "kind", "commune", "province", province("01")));

        load(
                List.of(HANOI, new Unit("24", "Thành phố Bắc Ninh", null)),
                List.of(new Unit("07294", "Phường Bố Hạ", "24")));

        assertEquals("Phường Bố Hạ, Thành phố Bắc Ninh", commune("07294").text("name"));
        assertEquals("ward", commune("07294").text("kind"));
        assertEquals(false, commune("00004").get("active"));
        assertEquals("Xã Mới, Thành phố Hà Nội", commune("X1").text("name"));
        assertTrue(commune("X1").get("active") == null);
    }

    @Test
    void aProvinceThatIsCalledOtherwiseIsSoInItsCommunes() {
        load(List.of(BAC_NINH), List.of(BO_HA));

        load(List.of(new Unit("24", "Thành phố Bắc Ninh", null)), List.of(BO_HA));

        assertEquals("Xã Bố Hạ, Thành phố Bắc Ninh", commune("07294").text("name"));
    }

    @Test
    void stoppedInTheMiddleItIsNotTakenForDone() {
        crm.jobs()
                .start(
                        SYSTEM,
                        "vietnam.units",
                        new UnitLoad(
                                crm.records(),
                                new Units("1", List.of(HANOI), List.of(BA_DINH)),
                                () -> true,
                                finished::incrementAndGet));

        assertEquals(0, finished.get());
    }

    @Test
    void onlyAdministratorsChangeTheList() {
        load(List.of(HANOI), List.of(BA_DINH));
        Caller seller = crm.user("Lan")
                .may(Units.COMMUNES, Right.READ, Right.UPDATE, Right.DELETE)
                .caller();
        RecordData commune = commune("00004");

        assertThrows(
                InvalidRecord.class,
                () -> crm.records()
                        .update(
                                seller,
                                Units.COMMUNES,
                                commune.id(),
                                commune.version(),
                                Map.of("title", "Phường Mới")));
        assertThrows(
                InvalidRecord.class,
                () -> crm.records().delete(seller, Units.COMMUNES, commune.id(), commune.version()));
        Caller administrator = crm.administrator();
        RecordData changed = crm.records()
                .update(
                        administrator,
                        Units.COMMUNES,
                        commune.id(),
                        commune.version(),
                        Map.of("title", "Phường Ba Đình Mới"));
        assertEquals("Phường Ba Đình Mới, Thành phố Hà Nội", changed.text("name"));
    }

    @Test
    void aProvinceWithCommunesStays() {
        load(List.of(HANOI), List.of(BA_DINH));
        RecordData hanoi =
                crm.records().get(SYSTEM, Units.PROVINCES, province("01").id());

        assertThrows(
                InvalidRecord.class, () -> crm.records().delete(SYSTEM, Units.PROVINCES, hanoi.id(), hanoi.version()));
        assertFalse(
                crm.records().list(SYSTEM, Query.of(Units.PROVINCES)).items().isEmpty());
    }

    private Job load(List<Unit> provinces, List<Unit> communes) {
        return crm.jobs()
                .start(
                        SYSTEM,
                        "vietnam.units",
                        new UnitLoad(
                                crm.records(),
                                new Units("1", provinces, communes),
                                () -> false,
                                finished::incrementAndGet));
    }

    private RecordData commune(String code) {
        return one(Units.COMMUNES, code);
    }

    private Reference province(String code) {
        return Reference.to(Units.PROVINCES, one(Units.PROVINCES, code).id());
    }

    private RecordData one(String type, String code) {
        return crm.records()
                .list(SYSTEM, Query.of(type).where("code==" + code))
                .items()
                .get(0);
    }
}
