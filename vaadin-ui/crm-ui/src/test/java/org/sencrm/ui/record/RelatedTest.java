package org.sencrm.ui.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.TypeSamples;

class RelatedTest {

    private final Reference account = new Reference("accounts", 7, "Gỗ Việt");

    @Test
    void everyReferenceToTheTypeIsAWay() {
        RecordType contracts = TypeSamples.type(
                "contracts",
                null,
                TypeSamples.field("name", FieldKind.TEXT),
                TypeSamples.field("buyer", FieldKind.REFERENCE, "accounts"),
                TypeSamples.field("payer", FieldKind.REFERENCE, "accounts"));
        List<Related> ways = Related.ways(List.of(TypeSamples.deals(), contracts), account);
        assertEquals(
                List.of("account", "buyer", "payer"),
                ways.stream().map(way -> way.field().name()).toList());
        assertTrue(ways.get(0).isOnlyWay());
        assertFalse(ways.get(1).isOnlyWay());
        assertEquals("account==\"7\"", ways.get(0).filter());
    }

    @Test
    void aListOfTheSameTypeIsNamedByItsField() {
        Reference account = new Reference("accounts", 7, "ACME");
        RecordType accounts = TypeSamples.type(
                "accounts",
                null,
                TypeSamples.field("name", FieldKind.TEXT),
                TypeSamples.field("parent", FieldKind.REFERENCE, "accounts"));
        assertFalse(Related.ways(List.of(accounts), account).get(0).isOnlyWay());
    }

    @Test
    void ownersAndReferencesToAnythingAreNoWays() {
        Reference user = new Reference("users", 3, "An");
        RecordType notes = TypeSamples.type(
                "notes",
                null,
                TypeSamples.field("name", FieldKind.TEXT),
                TypeSamples.field("about", FieldKind.REFERENCE, "*"));
        assertEquals(List.of(), Related.ways(List.of(TypeSamples.deals(), notes), user));
    }
}
