package org.sencrm.core.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.junit.jupiter.api.Test;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.extension.Extensions;
import org.sencrm.core.record.Deal;
import org.sencrm.core.schema.TestSchema;
import org.sencrm.core.text.FileMessages;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

class TypeRegistryTest {

    private static final Locale EN = Locale.ENGLISH;

    private final Extensions extensions = new Extensions();
    private final TypeRegistry types =
            new TypeRegistry(extensions, new FileMessages(), type -> List.of(), new OpenLists(TestSchema.fresh()));

    @Test
    void anEntityDeclaresItsType() {
        types.install("unit", "crm-test", List.of(Deal.class, String.class));
        RecordType deals = types.get("deals");
        assertEquals("crm-test", deals.module());
        assertEquals("name", deals.labelField());
        assertEquals("stage", deals.boardField());
        assertEquals("group.test", deals.group());
        assertFalse(deals.administrative());
        Field name = deals.fields().get(0);
        assertTrue(name.required() && name.searchable() && name.listed());
        assertEquals(200, name.maxLength());
        Field code = deals.field("code").orElseThrow();
        assertTrue(code.unique() && !code.required());
        assertEquals("accounts", deals.field("account").orElseThrow().target());
        assertNull(deals.field("about").orElseThrow().target());
        assertEquals(
                List.of("open", "won", "lost"),
                deals.field("stage").orElseThrow().options());
        assertTrue(deals.field("amountCurrency").isEmpty());
        assertEquals(
                List.of(
                        "id",
                        "owner",
                        "team",
                        "createdAt",
                        "createdBy",
                        "updatedAt",
                        "updatedBy",
                        "source",
                        "externalId"),
                deals.fields().stream().filter(Field::system).map(Field::name).toList());
        assertEquals(
                List.of("owner", "team", "externalId"),
                deals.fields().stream()
                        .filter(field -> field.system() && !field.readOnly())
                        .map(Field::name)
                        .toList());
    }

    @Test
    void choicesComeFromTheDeclarationOrFromData() {
        types.install("unit", "crm-test", List.of(Deal.class));
        assertEquals(
                List.of(
                        new Choice("open", "deals.stage.open", "neutral"),
                        new Choice("won", "deals.stage.won", "good"),
                        new Choice("lost", "deals.stage.lost", "bad")),
                types.choices("deals", "stage", EN));
        ChoiceSource source = locale -> List.of(new Choice("x", "X", "info"));
        extensions.choices().add(Contribution.of(source, Map.of(ChoiceSource.FIELD, "deals.stage")));
        assertEquals(List.of(new Choice("x", "X", "info")), types.choices("deals", "stage", EN));
        extensions.choices().remove(source);
        assertEquals(3, types.choices("deals", "stage", EN).size());
        assertEquals(List.of(), types.choices("deals", "name", EN));
        assertEquals(List.of(), types.choices("nope", "name", EN));
    }

    @Test
    void aTypeGoesWithItsUnitAndANewerOneStays() {
        types.install("old", "crm-test", List.of(Deal.class));
        StoredType first = types.stored("deals").orElseThrow();
        types.install("new", "crm-test", List.of(Deal.class));
        types.remove("old");
        assertTrue(types.stored("deals").isPresent());
        assertFalse(types.stored("deals").get() == first);
        types.remove("new");
        assertThrows(NotFound.class, () -> types.get("deals"));
        assertEquals(List.of(), types.all());
    }

    @Test
    void aNameBelongsToTheModuleThatHasItFirst() {
        types.install("unit", "crm-test", List.of(Deal.class));
        types.install("thief", "vendor-thief", List.of(Deal.class));
        assertEquals("crm-test", types.get("deals").module());
        types.remove("thief");
        assertTrue(types.find("deals").isPresent());
    }

    @Test
    void observersHearOfTypesThatCameBefore() {
        List<String> heard = new ArrayList<>();
        types.install("unit", "crm-test", List.of(Deal.class));
        types.observe(new TypeObserver() {
            @Override
            public void appeared(StoredType type) {
                heard.add("+" + type);
            }

            @Override
            public void gone(StoredType type) {
                heard.add("-" + type);
            }
        });
        types.remove("unit");
        assertEquals(List.of("+deals", "-deals"), heard);
    }

    @Test
    void aBadDeclarationIsLeftOutAndTheOthersStay() {
        types.install(
                "unit",
                "crm-test",
                List.of(
                        BadName.class,
                        BadColumn.class,
                        NoLabel.class,
                        NoCurrency.class,
                        BadBoard.class,
                        NoTarget.class,
                        DerivedOfNothing.class,
                        RatedOnAText.class,
                        RatedText.class,
                        BadType.class,
                        NotARecord.class,
                        Doubled.class,
                        Deal.class));
        assertEquals(
                List.of("deals"), types.all().stream().map(RecordType::name).toList());
    }

    @Test
    void nothingOfAModuleIsKept() throws Exception {
        WeakReference<ClassLoader> loader = installAndRemove();
        for (int i = 0; i < 50 && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertNull(loader.get());
    }

    private WeakReference<ClassLoader> installAndRemove() throws Exception {
        URL classes = Deal.class.getProtectionDomain().getCodeSource().getLocation();
        URLClassLoader module = new URLClassLoader(new URL[] {classes}, null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                return name.equals(Deal.class.getName())
                        ? super.findClass(name)
                        : TypeRegistryTest.class.getClassLoader().loadClass(name);
            }
        };
        Class<?> entity = module.loadClass(Deal.class.getName());
        assertFalse(entity == Deal.class);
        types.install("unit", "crm-test", List.of(entity));
        assertTrue(types.find("deals").isPresent());
        types.remove("unit");
        module.close();
        return new WeakReference<>(module);
    }

    @Entity
    @CrmRecord(name = "Bad Name")
    static class BadName extends BaseRecord {
        @CrmField
        private String name;
    }

    @Entity
    @CrmRecord(name = "badcolumn")
    static class BadColumn extends BaseRecord {
        @CrmField
        @Column(name = "NAME; drop table X")
        private String name;
    }

    @Entity
    @CrmRecord(name = "nolabel")
    static class NoLabel extends BaseRecord {
        @CrmField
        private String title;
    }

    @Entity
    @CrmRecord(name = "nocurrency")
    static class NoCurrency extends BaseRecord {
        @CrmField
        private String name;

        @CrmField(FieldKind.MONEY)
        private BigDecimal price;
    }

    @Entity
    @CrmRecord(name = "badboard", board = "name")
    static class BadBoard extends BaseRecord {
        @CrmField
        private String name;
    }

    @Entity
    @CrmRecord(name = "derivedofnothing")
    static class DerivedOfNothing extends BaseRecord {
        @CrmField(derivedFrom = "amuont")
        private String name;
    }

    @Entity
    @CrmRecord(name = "ratedonatext")
    static class RatedOnAText extends BaseRecord {
        @CrmField
        private String name;

        @CrmField(value = FieldKind.MONEY, ratedOn = "name")
        private BigDecimal amount;

        private String amountCurrency;
    }

    @Entity
    @CrmRecord(name = "ratedtext")
    static class RatedText extends BaseRecord {
        @CrmField(ratedOn = "day")
        private String name;

        @CrmField(FieldKind.DATE)
        private Date day;
    }

    @Entity
    @CrmRecord(name = "notarget")
    static class NoTarget extends BaseRecord {
        @CrmField
        private String name;

        @CrmField(FieldKind.REFERENCE)
        private Long account;
    }

    @Entity
    @CrmRecord(name = "badtype")
    static class BadType extends BaseRecord {
        @CrmField
        private String name;

        @CrmField(FieldKind.DATE)
        private String day;
    }

    @Entity
    @CrmRecord(name = "norecord")
    static class NotARecord {
        @CrmField
        private String name;
    }

    @Entity
    @Table(name = "DOUBLED")
    @CrmRecord(name = "doubled")
    static class Doubled extends BaseRecord {
        @CrmField
        private String name;

        @CrmField(value = FieldKind.REFERENCE, target = "users")
        private Long owner;
    }
}
