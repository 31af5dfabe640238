package org.sencrm.api.signin;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A directory outside the product that knows people's passwords, such as one that speaks LDAP; published as a service. Asked
 * whenever name and password are not those of a user with a password in the product itself, whoever that is, so that the work
 * tells nothing about names; never asked for a right password of the product's own. Everything else stays with the product:
 * lock-out, networks, second factors, users who are switched off, history.
 *
 * <p>Called on any thread, several at once, through the guard, outside of transactions. While none is there, only passwords of
 * the product's own let in.
 *
 * <pre>{@code
 * @Component
 * public final class AcmeStaff implements PasswordSource {
 *     public Optional<OutsideIdentity> judge(String userName, char[] password) {
 *         return acme.signIn(userName, password)
 *                 .map(one -> new OutsideIdentity("https://staff.acme.example", one.number(), userName, one.name(), null, false));
 *     }
 * }
 * }</pre>
 *
 * @since 1.2
 */
@ConsumerType
public interface PasswordSource {

    /**
     * Who name and password belong to. Takes about the same time whether the name is known or not, and ends within some
     * seconds.
     *
     * @param userName as typed, in lower case and without blanks around; not empty, at most 100 characters
     * @param password not empty; overwritten after the call, and to be kept nowhere
     * @return empty where they do not fit, or nobody has the name; also as long as the directory is not set up
     * @throws org.sencrm.api.fault.Unavailable where the directory cannot be asked now; whoever
     *     signs in is told so, and its message is for the log
     */
    Optional<OutsideIdentity> judge(String userName, char[] password);
}
