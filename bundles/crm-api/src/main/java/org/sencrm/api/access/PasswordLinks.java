package org.sencrm.api.access;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Links by mail with which people set a password of their own: invited by an administrator, or because they forgot theirs. A
 * link works once, for {@link #MINUTES} minutes, and no longer than the password, the account and the roles of its user stay
 * as they were when it was sent. It begins with the address that an administrator set
 * ({@link org.sencrm.api.setting.Settings#ADDRESS}), never with one that a request names. Thread safe.
 *
 * @since 1.4
 */
@ProviderType
public interface PasswordLinks {

    /** How long a link works. */
    int MINUTES = 60;

    /** Whether mail and the address of the product are set up, so that links can be sent. */
    boolean isOffered();

    /**
     * Mails a user a link to a first or another password, in the user's language.
     *
     * @throws org.sencrm.api.fault.Forbidden for anybody but administrators
     * @throws org.sencrm.api.fault.NotFound where there is no such user
     * @throws org.sencrm.api.fault.InvalidRequest for one who is not active or has no e-mail address
     * @throws org.sencrm.api.fault.NotNow where links cannot be sent yet
     */
    void invite(Caller caller, long userId);

    /**
     * Somebody who cannot sign in asks for a link. Does the same in the same time and tells nothing, whether there is such a
     * user or not; the mail, if there is one, follows.
     *
     * @param user what was typed: a user name, or an e-mail address that only one user has
     * @param address of the one who asks, as seen by the server
     * @param language of the answer
     * @throws org.sencrm.api.fault.TooManyTries where the name or the address asked too often
     */
    void forgot(String user, String address, Locale language);

    /** Whether the link with this token works now. */
    boolean isOpen(String token);

    /**
     * Sets the password of the link's user, ends all sessions and API tokens of the user, and tells the user by mail.
     *
     * @param next overwritten
     * @param language of the answer
     * @param through as in {@link Caller#through}
     * @throws org.sencrm.api.fault.InvalidRequest where the link does not work (any more)
     * @throws org.sencrm.api.fault.InvalidRecord for a password that is too weak; the link stays as it is
     */
    void setPassword(String token, char[] next, Locale language, String through);
}
