package org.sencrm.singlesignon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonTest {

    private static DirectorySettings plain() {
        return directory(null);
    }

    private static DirectorySettings directory(String roles) {
        GivenSettings given = new GivenSettings()
                .with(DirectorySettings.HOST, "directory.test")
                .with(DirectorySettings.BASE, "dc=sen,dc=example")
                .with(DirectorySettings.ROLES, roles);
        return DirectorySettings.read(given, given).orElseThrow();
    }

    private static Entry entry(Attribute... attributes) {
        return new Entry("uid=binh,ou=people,dc=sen,dc=example", attributes);
    }

    @Test
    void theIdOfTheStandardComesBeforeThatOfMicrosoft() {
        Attribute microsoft = new Attribute("objectGUID", new byte[] {1, (byte) 0xab});

        assertEquals(
                "8d1f",
                Person.of(entry(new Attribute("entryUUID", "8D1F"), microsoft), plain())
                        .id());
        assertEquals("guid:01ab", Person.of(entry(microsoft), plain()).id());
        assertNull(Person.of(entry(new Attribute("uid", "binh")), plain()).id(), "names are given to others later");
    }

    @Test
    void theShownNameComesBeforeTheCommonOne() {
        Attribute common = new Attribute("cn", "Binh Tran");

        assertEquals(
                "Trần Bình",
                Person.of(entry(common, new Attribute("displayName", "Trần Bình")), plain())
                        .name());
        assertEquals("Binh Tran", Person.of(entry(common), plain()).name());
    }

    @Test
    void whoVouchesIsTheDomainWhereverPeopleAreLookedUp() {
        Person person = new Person("uid=binh", "8d1f", null, null, null, null);
        String authority =
                person.identity("ou=people, DC=Sen,dc=example", "binh").authority();

        assertEquals("ldap:dc=sen,dc=example", authority);
        assertEquals(authority, person.identity("dc=sen,dc=example", "binh").authority());
        assertNotEquals(
                authority, person.identity("dc=other,dc=example", "binh").authority());
        assertEquals("ldap:o=sen", person.identity("O=Sen", "binh").authority());
    }

    @Test
    void whoHasNoAddressHasNoneThatAnybodyVouchesFor() {
        assertFalse(new Person("uid=binh", "8d1f", "binh", null, null, null)
                .identity("o=sen", "binh")
                .emailVerified());
    }

    @Test
    void rolesAreThoseOfTheGroupsAndNoOthers() {
        DirectorySettings directory = directory("cn=Sales,ou=groups, dc=sen,dc=example => Sellers\n\n"
                + "cn=sales,ou=groups,dc=sen,dc=example=>Everybody\ncn=bosses,dc=sen => Administrator\nnothing");
        Attribute groups = new Attribute("memberOf", "CN=sales,OU=groups,DC=sen,DC=example", "cn=others,dc=sen");

        assertEquals(
                Set.of("Sellers", "Everybody"),
                Person.of(entry(groups), directory).roles());
        assertEquals(Set.of(), Person.of(entry(), directory).roles(), "decided, and none");
        assertNull(Person.of(entry(groups), plain()).roles(), "not decided by the directory");
    }

    @Test
    void aLineNamesAGroupAndARole() {
        assertTrue(GroupRoles.DIRECTORY.areLines("cn=a,dc=b => Sales\n\n cn=c=>Cách gọi"));
        assertFalse(GroupRoles.DIRECTORY.areLines("cn=a,dc=b => "));
        assertFalse(GroupRoles.DIRECTORY.areLines("sales => Sales"));
        assertFalse(GroupRoles.DIRECTORY.areLines("cn=a,dc=b Sales"));
    }
}
