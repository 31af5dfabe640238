package org.sencrm.singlesignon;

import java.util.Optional;
import org.sencrm.api.setting.SecretSettings;
import org.sencrm.api.setting.Settings;

/**
 * The directory as the settings name it.
 *
 * @param startTls whether the line begins open and is secured before anything is said; else it is secured from the start
 * @param bindName as whom people are looked up; null for nobody in particular
 * @param bindPassword null where there is none
 * @param base under which people are
 * @param filter by which somebody is found, with {@link #PLACE} for the name
 * @param nameAttribute what a user is called here
 * @param roles which groups of the directory have which roles here; null where roles are decided here
 * @param certificates of the authorities that are trusted, PEM; null for those that the machine trusts
 */
public record DirectorySettings(
        String host,
        int port,
        boolean startTls,
        String bindName,
        String bindPassword,
        String base,
        String filter,
        String nameAttribute,
        GroupRoles roles,
        String certificates) {

    public static final String HOST = "single-sign-on.ldap.host";
    public static final String PORT = "single-sign-on.ldap.port";
    public static final String SECURITY = "single-sign-on.ldap.security";
    public static final String BIND_NAME = "single-sign-on.ldap.bindName";
    public static final String BIND_PASSWORD = "single-sign-on.ldap.bindPassword";
    public static final String BASE = "single-sign-on.ldap.base";
    public static final String FILTER = "single-sign-on.ldap.filter";
    public static final String NAME_ATTRIBUTE = "single-sign-on.ldap.nameAttribute";
    public static final String ROLES = "single-sign-on.ldap.roles";
    public static final String CERTIFICATES = "single-sign-on.ldap.certificates";

    public static final String TLS = "tls";
    public static final String START_TLS = "startTls";
    public static final String USUAL_PORT = "636";
    public static final String USUAL_FILTER = "(&(objectClass=person)(uid={name}))";
    public static final String USUAL_NAME_ATTRIBUTE = "uid";

    /** Where the name stands that somebody typed. */
    public static final String PLACE = "{name}";

    /** Empty until host and base are named. */
    static Optional<DirectorySettings> read(Settings settings, SecretSettings secrets) {
        String host = settings.get(HOST, null);
        String base = settings.get(BASE, null);
        if (host == null || base == null) {
            return Optional.empty();
        }
        return Optional.of(new DirectorySettings(
                host.strip(),
                Integer.parseInt(settings.get(PORT, USUAL_PORT)),
                settings.get(SECURITY, TLS).equals(START_TLS),
                settings.get(BIND_NAME, null),
                secrets.find(BIND_PASSWORD).orElse(null),
                base,
                settings.get(FILTER, USUAL_FILTER),
                settings.get(NAME_ATTRIBUTE, USUAL_NAME_ATTRIBUTE),
                GroupRoles.DIRECTORY.of(settings.get(ROLES, null)),
                settings.get(CERTIFICATES, null)));
    }
}
