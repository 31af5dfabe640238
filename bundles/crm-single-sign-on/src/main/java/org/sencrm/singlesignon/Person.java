package org.sencrm.singlesignon;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.util.StaticUtils;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.signin.OutsideIdentity;

/**
 * Somebody as the directory has them.
 *
 * @param entry name of the entry, with which the password is tried
 * @param id never given to anybody else; null where the directory tells none
 * @param userName null where the entry has none
 * @param name null for none
 * @param email null for none
 * @param roles names of the roles that the person's groups have here; null where roles are decided here
 */
public record Person(String entry, String id, String userName, String name, String email, Set<String> roles) {

    /** What never changes in the life of an entry: as the standard has it, and as Active Directory does. */
    private static final String STANDARD_ID = "entryUUID";

    private static final String MICROSOFT_ID = "objectGUID";

    private static final String MAIL = "mail";
    private static final String DISPLAY_NAME = "displayName";
    private static final String COMMON_NAME = "cn";
    private static final String GROUPS = "memberOf";

    static String[] attributes(String nameAttribute) {
        return new String[] {STANDARD_ID, MICROSOFT_ID, MAIL, DISPLAY_NAME, COMMON_NAME, GROUPS, nameAttribute};
    }

    static Person of(Entry entry, DirectorySettings directory) {
        String shown = entry.getAttributeValue(DISPLAY_NAME);
        return new Person(
                entry.getDN(),
                id(entry),
                entry.getAttributeValue(directory.nameAttribute()),
                shown == null ? entry.getAttributeValue(COMMON_NAME) : shown,
                entry.getAttributeValue(MAIL),
                directory.roles() == null ? null : directory.roles().of(groups(entry)));
    }

    private static List<String> groups(Entry entry) {
        String[] groups = entry.getAttributeValues(GROUPS);
        return groups == null ? List.of() : List.of(groups);
    }

    private static String id(Entry entry) {
        String standard = entry.getAttributeValue(STANDARD_ID);
        if (standard != null && !standard.isBlank()) {
            return standard.toLowerCase(Locale.ROOT);
        }
        byte[] bytes = entry.getAttributeValueBytes(MICROSOFT_ID);
        return bytes == null || bytes.length == 0 ? null : "guid:" + StaticUtils.toHex(bytes);
    }

    /** @param typed what this person is called where the entry does not say */
    OutsideIdentity identity(String base, String typed) {
        return new OutsideIdentity(
                authority(base), id, userName == null ? typed : userName, name, email, email != null, roles);
    }

    /**
     * The domain of the directory, which stays the same when people are looked up in another part of it, or another server is
     * asked.
     */
    private static String authority(String base) {
        try {
            String domain = Arrays.stream(new DN(base).getRDNs())
                    .filter(part -> part.hasAttribute("dc"))
                    .map(RDN::toNormalizedString)
                    .collect(Collectors.joining(","));
            return "ldap:" + (domain.isEmpty() ? DN.normalize(base) : domain);
        } catch (LDAPException noName) {
            return "ldap:" + base.strip().toLowerCase(Locale.ROOT);
        }
    }
}
