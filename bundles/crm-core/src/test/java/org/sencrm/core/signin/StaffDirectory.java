package org.sencrm.core.signin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.api.signin.PasswordSource;

/** A directory in memory. */
final class StaffDirectory implements PasswordSource {

    static final String AUTHORITY = "ldap:dc=sen,dc=example";

    private final Map<String, OutsideIdentity> people = new HashMap<>();
    private final Map<String, String> passwords = new HashMap<>();
    /** How often it was asked. */
    int asked;

    boolean away;

    /** Null for somebody whose roles the directory does not decide. */
    Set<String> roles;

    void add(String userName, String password, String subject, String email, boolean verified) {
        people.put(userName, new OutsideIdentity(AUTHORITY, subject, userName, "Trần Bình", email, verified, roles));
        passwords.put(userName, password);
    }

    void remove(String userName) {
        people.remove(userName);
    }

    @Override
    public Optional<OutsideIdentity> judge(String userName, char[] password) {
        asked++;
        if (away) {
            throw new Unavailable("no connection to the directory");
        }
        boolean right = new String(password).equals(passwords.get(userName));
        return right ? Optional.ofNullable(people.get(userName)) : Optional.empty();
    }
}
