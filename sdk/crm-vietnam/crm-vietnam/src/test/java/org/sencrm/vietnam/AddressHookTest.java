package org.sencrm.vietnam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.field.ContributedField;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.testkit.TestCrm;
import org.sencrm.testkit.TestDraft;

class AddressHookTest {

    private static final Caller SYSTEM = Caller.system();

    @AutoClose
    private final TestCrm crm = TestCrm.of("crm-vietnam", Province.class, Commune.class);

    private final List<ContributedField> added = new AddressFields().fields();
    private Reference hanoi;
    private Reference hue;
    private Reference baDinh;
    private Reference thuanHoa;

    @BeforeEach
    void units() {
        crm.fields(new AddressFields());
        crm.hook(Units.COMMUNES, new CommuneHook(crm.records(), crm.access()));
        hanoi = unit(Units.PROVINCES, Map.of("name", "Thành phố Hà Nội", "code", "01", "kind", "city"));
        hue = unit(Units.PROVINCES, Map.of("name", "Thành phố Huế", "code", "46", "kind", "city"));
        baDinh = commune("Phường Ba Đình", "00004", hanoi);
        thuanHoa = commune("Phường Thuận Hóa", "19789", hue);
    }

    @Test
    void accountsAndContactsHaveTheSameThreeFields() {
        assertEquals(
                List.of(
                        "accounts.province",
                        "accounts.commune",
                        "accounts.street",
                        "contacts.province",
                        "contacts.commune",
                        "contacts.street"),
                added.stream().map(field -> field.type() + "." + field.name()).toList());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("vi"))) {
            added.forEach(field -> assertEquals(
                    true, crm.messages().has(locale, field.type() + "." + field.name()), field.toString()));
        }
    }

    @Test
    void aCommuneBringsItsProvinceAndTheAddressIsWritten() {
        TestDraft draft =
                TestDraft.ofNew("accounts").with("street", "1 Hoàng Diệu").with("commune", baDinh);

        save(draft);

        assertEquals(hanoi.id(), ((Reference) draft.get("province")).id());
        assertEquals("1 Hoàng Diệu, Phường Ba Đình, Thành phố Hà Nội", draft.get("address"));
        assertEquals(Map.of(), draft.refusals());
    }

    @Test
    void aProvinceAloneIsEnough() {
        TestDraft draft = TestDraft.ofNew("contacts").with("province", hue);

        save(draft);

        assertEquals("Thành phố Huế", draft.get("address"));
    }

    @Test
    void aCommuneOfAnotherProvinceThanTheChosenOneIsRefused() {
        TestDraft draft = TestDraft.ofNew("accounts").with("province", hue).with("commune", baDinh);

        save(draft);

        assertEquals(Map.of("commune", "vietnam.commune.otherProvince"), draft.refusals());
    }

    @Test
    void anotherCommuneMovesTheAddress() {
        TestDraft draft =
                stored("1 Hoàng Diệu, Phường Ba Đình, Thành phố Hà Nội").with("commune", thuanHoa);

        save(draft);

        assertEquals(hue.id(), ((Reference) draft.get("province")).id());
        assertEquals("1 Hoàng Diệu, Phường Thuận Hóa, Thành phố Huế", draft.get("address"));
    }

    @Test
    void whatSomebodyWroteByHandStays() {
        TestDraft draft = stored("Lô 5, khu công nghiệp").with("commune", thuanHoa);

        save(draft);

        assertEquals("Lô 5, khu công nghiệp", draft.get("address"));
    }

    @Test
    void withoutItsPartsTheAddressGoes() {
        TestDraft draft = stored("1 Hoàng Diệu, Phường Ba Đình, Thành phố Hà Nội")
                .with("street", null)
                .with("commune", null)
                .with("province", null);

        save(draft);

        assertNull(draft.get("address"));
    }

    @Test
    void aSaveOfSomethingElseChangesNothing() {
        TestDraft draft = stored("Elsewhere").with("name", "New name");

        save(draft);

        assertEquals(java.util.Set.of("name"), draft.changes());
    }

    /** The fields come a moment after the module; until then there is nothing to do. */
    @Test
    void withoutTheFieldsNothingHappens() throws Exception {
        TestDraft draft = TestDraft.ofNew("accounts").with("name", "Sao Mai");

        try (TestCrm bare = TestCrm.of("crm-vietnam", Province.class, Commune.class)) {
            new AddressHook(bare.records(), bare.types()).beforeSave(draft);
        }

        assertNull(draft.get("address"));
    }

    @Test
    void theFieldsAreKeptAndFoundLikeAnyOther() {
        crm.hook("accounts", new AddressHook(crm.records(), crm.types()));

        RecordData made = crm.records()
                .create(SYSTEM, "accounts", Map.of("name", "Sao Mai", "street", "1 Hoàng Diệu", "commune", baDinh));

        assertEquals("1 Hoàng Diệu, Phường Ba Đình, Thành phố Hà Nội", made.get("address"));
        assertEquals("Thành phố Hà Nội", made.reference("province").label());
        assertEquals(
                1,
                crm.records()
                        .list(SYSTEM, Query.of("accounts").where("province==" + hanoi.id()))
                        .items()
                        .size());
    }

    private TestDraft stored(String address) {
        Map<String, Object> values = new HashMap<>();
        values.put("street", "1 Hoàng Diệu");
        values.put("commune", baDinh);
        values.put("province", hanoi);
        values.put("address", address);
        return TestDraft.of("accounts", values);
    }

    private void save(TestDraft draft) {
        new AddressHook(crm.records(), crm.types()).beforeSave(draft);
    }

    private Reference commune(String title, String code, Reference province) {
        return unit(Units.COMMUNES, Map.of("title", title, "code", code, "kind", "ward", "province", province));
    }

    private Reference unit(String type, Map<String, Object> values) {
        return Reference.to(type, crm.records().create(SYSTEM, type, values).id());
    }
}
