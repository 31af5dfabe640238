package org.sencrm.core.signin;

import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.core.signin.UserDirectory.Account;

/** Finds the user for whom an authority outside vouches; whoever comes from where nobody may work is not made a user. */
final class OutsideEntry {

    private final UserDirectory directory;
    private final OutsideUsers outside;
    private final SecurityLog log;

    OutsideEntry(UserDirectory directory, OutsideUsers outside, SecurityLog log) {
        this.directory = directory;
        this.outside = outside;
        this.log = log;
    }

    /**
     * @param name with which the person signs in at a directory; null at a provider
     * @param address null where somebody who is signed in proves it again, and so is linked already
     * @return null for nobody; the user may be switched off
     */
    Account find(OutsideIdentity who, String name, String address, String through) {
        if (address == null || !directory.allows(0, address)) {
            Long linked = outside.linked(who);
            return linked == null ? null : directory.find(linked);
        }
        return outside.admit(who, name, user -> log.reached(user, "signIn.outsideLinked", address, through));
    }
}
