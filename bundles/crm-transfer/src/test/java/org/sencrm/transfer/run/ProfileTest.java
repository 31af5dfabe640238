package org.sencrm.transfer.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.api.transfer.ImportOptions.Mode;
import org.sencrm.api.transfer.ImportProfile;
import org.sencrm.api.transfer.ImportProfile.Layout;
import org.sencrm.api.transfer.Imports;
import org.sencrm.transfer.support.Crm;

/** Files of other products, read as a module says. */
class ProfileTest {

    private static final String FILE = "Ref,Deal,State,Worth,Cur,Day,Stage,AccountRef,Nonsense\n"
            + "x-1,Trà sen,Closed Won,12.50,EUR,2026-03-04,99,a-7,?\n";

    @TempDir
    Path folder;

    private Crm crm;
    private Desk desk;

    @BeforeEach
    void open() {
        crm = new Crm(folder);
        desk = new Desk(crm);
        ImportProfile deals = () -> Layout.recognisedBy("Ref", "Deal", "State")
                .column("externalId", "Ref")
                .column("name", "Title", "Deal")
                .column("stage", "State")
                .column("amount", "Worth")
                .column("amount.currency", "Cur")
                .column("closedOn", "Day")
                .column("account", "AccountRef")
                .column("createdAt", "Day")
                .column("notHere", "Nonsense")
                .value("stage", "Closed Won", "Won")
                .dates("yyyy-MM-dd")
                .key("externalId");
        desk.profiles.add("key", "acme.deals", "opportunities", deals);
        crm.add("accounts", Map.of("name", "Lotus", "externalId", "a-7"));
    }

    @Test
    void isUsedByItselfForAFileThatItRecognises() {
        Imports.Status status = desk.run("opportunities", FILE, Desk.create());
        assertEquals(1, status.created(), () -> status.problems().toString());
        RecordData made = crm.records.all("opportunities").get(0);
        assertEquals("Trà sen", made.get("name"));
        assertEquals("Won", made.get("stage"));
        assertEquals("EUR", made.money("amount").currency());
        assertEquals("2026-03-04", made.get("closedOn").toString());
        assertEquals("x-1", made.get("externalId"));
        assertEquals(
                crm.records.named("accounts", "Lotus").id(),
                made.reference("account").id());
    }

    @Test
    void showsItsMapBeforeAnythingIsImported() {
        Imports.Preview preview = desk.imports.preview(Crm.LAN, "opportunities", desk.upload(FILE), Desk.create());
        assertEquals("State", preview.map().get("stage"));
        assertEquals("Deal", preview.map().get("name"));
        assertNull(preview.map().get("notHere"));
        assertNull(preview.map().get("createdAt"));
        assertEquals("yyyy-MM-dd", preview.dateFormat());
        assertEquals(Map.of("State", Map.of("Closed Won", "Won")), preview.value());
        assertEquals("acme.deals", preview.profile().name());
        assertEquals("externalId", preview.key());
    }

    @Test
    void updatesByItsKey() {
        desk.run("opportunities", FILE, Desk.create());
        Imports.Status status =
                desk.run("opportunities", FILE.replace("Trà sen", "Trà xanh"), named("acme.deals", null, Mode.UPSERT));
        assertEquals(1, status.updated(), () -> status.problems().toString());
        assertEquals("Trà xanh", crm.records.all("opportunities").get(0).get("name"));
    }

    @Test
    void yieldsToWhatWhoeverImportsSays() {
        desk.run("opportunities", FILE, named("acme.deals", Map.of("note", "State", "name", "Ref"), Mode.CREATE));
        RecordData made = crm.records.all("opportunities").get(0);
        assertEquals("x-1", made.get("name"));
        assertEquals("Closed Won", made.get("note"));
        assertNull(made.get("externalId"));
    }

    @Test
    void isLeftOutWhereNobodyWantsIt() {
        Imports.Preview none =
                desk.imports.preview(Crm.LAN, "opportunities", desk.upload(FILE), named("", null, Mode.CREATE));
        assertEquals("Stage", none.map().get("stage"));
        assertEquals(Map.of(), none.value());
        assertEquals("acme.deals", none.profile().name(), "what could be used is told all the same");
        Imports.Preview other = desk.imports.preview(
                Crm.LAN, "opportunities", desk.upload(FILE.replace("Ref,Deal", "Nr,Deal")), Desk.create());
        assertEquals("Stage", other.map().get("stage"));
        assertNull(other.profile());
        assertThrows(
                InvalidRequest.class, () -> desk.run("opportunities", FILE, named("acme.nothing", null, Mode.CREATE)));
    }

    @Test
    void isListedForThoseWhoMayImport() {
        List<Imports.Profile> profiles = desk.imports.profiles(Crm.LAN, null);
        assertEquals("acme.deals", profiles.get(0).name());
        assertEquals(List.of("Ref", "Deal", "State"), profiles.get(0).recognisedBy());
        assertEquals(List.of(), desk.imports.profiles(Crm.LAN, "accounts"));
        crm.rights.forbid(Right.IMPORT, "opportunities");
        assertEquals(List.of(), desk.imports.profiles(Crm.LAN, null));
    }

    private static ImportOptions named(String profile, Map<String, String> map, Mode mode) {
        return new ImportOptions(map, null, mode, Map.of(), null, null, null, null, null, false, true, profile);
    }
}
