package org.sencrm.api.mail;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/**
 * Sends mail through the mail server that an administrator named. Mail waits in the outbox: what is sent inside a
 * transaction leaves exactly when that is committed. Each recipient gets at most one mail, whatever happens to the machine;
 * while the server is away or says "later", it is tried again for a day. Addresses and subjects with line breaks are
 * refused. Mails of an add-on count as parcels of its limit. Thread safe.
 */
@ProviderType
public interface Mails {

    /** Setting of the installation: name or address of the mail server. */
    String HOST = "mail.host";
    /** Setting of the installation: port of the mail server, 587 where nobody decided. */
    String PORT = "mail.port";
    /** Setting of the installation: {@code startTls} (where nobody decided), {@code tls} or {@code none}. */
    String SECURITY = "mail.security";
    /** Setting of the installation: name with which the product signs in at the mail server; none for no sign-in. */
    String USER = "mail.user";
    /** Secret setting of the installation: the password that goes with {@link #USER}. */
    String PASSWORD = "mail.password";
    /** Setting of the installation: the address from which mail comes. */
    String SENDER = "mail.sender";
    /** Setting of the installation: the name that is shown with {@link #SENDER}. */
    String SENDER_NAME = "mail.senderName";

    /** Whether an administrator named a mail server and a sender. Mail can be sent before that, and waits. */
    boolean isReady();

    /**
     * Puts a mail for each recipient into the outbox, in the thread's transaction where there is one.
     *
     * @return ids of the mails, in the order of the recipients
     * @throws org.sencrm.api.fault.InvalidRequest for an address that is none, a line break in the subject, or too much text
     */
    List<Long> send(Mail mail);

    /**
     * Sends a short mail at once, past the outbox, to find out whether the settings are right. Takes half a minute at most;
     * never to be called inside a transaction.
     *
     * @return what happened, in the caller's language
     * @throws org.sencrm.api.fault.Forbidden for anybody but administrators
     * @throws org.sencrm.api.fault.InvalidRequest for an address that is none
     */
    Trial test(Caller caller, String to);

    /**
     * The mails of the last thirty days, newest first; only for administrators.
     *
     * @param limit 1 to 200
     */
    List<SentMail> recent(Caller caller, int limit);

    /**
     * What came of a test.
     *
     * @param sent whether the mail server took the mail
     * @param message what happened and, where it was not taken, what to do
     */
    record Trial(boolean sent, String message) {}
}
