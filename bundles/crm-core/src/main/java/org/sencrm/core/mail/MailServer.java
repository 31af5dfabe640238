package org.sencrm.core.mail;

import java.util.Optional;
import org.sencrm.api.mail.Mails;
import org.sencrm.api.setting.SecretSettings;
import org.sencrm.api.setting.Settings;

/**
 * The mail server as the settings name it.
 *
 * @param user null for no sign-in
 * @param password null where there is none
 * @param senderName null for none
 */
record MailServer(
        String host, int port, Security security, String user, String password, String sender, String senderName) {

    private static final int DEFAULT_PORT = 587;

    /** How the line is protected. */
    enum Security {
        NONE("none"),
        START_TLS("startTls"),
        TLS("tls");

        private final String code;

        Security(String code) {
            this.code = code;
        }

        /** What is not known is taken for what must be protected. */
        static Security of(String code) {
            for (Security one : values()) {
                if (one.code.equals(code)) {
                    return one;
                }
            }
            return START_TLS;
        }
    }

    /** Empty where no server or no sender is named. */
    static Optional<MailServer> read(Settings settings, SecretSettings secrets) {
        String host = settings.get(Mails.HOST, null);
        String sender = settings.get(Mails.SENDER, null);
        if (host == null || sender == null) {
            return Optional.empty();
        }
        return Optional.of(new MailServer(
                host,
                port(settings.get(Mails.PORT, null)),
                Security.of(settings.get(Mails.SECURITY, null)),
                settings.get(Mails.USER, null),
                secrets.find(Mails.PASSWORD).orElse(null),
                sender,
                settings.get(Mails.SENDER_NAME, null)));
    }

    /** Whether a password would go over a line that others can read. */
    boolean tellsPassword() {
        return user != null && security == Security.NONE;
    }

    private static int port(String written) {
        try {
            return written == null ? DEFAULT_PORT : Integer.parseInt(written);
        } catch (NumberFormatException e) {
            return DEFAULT_PORT;
        }
    }
}
