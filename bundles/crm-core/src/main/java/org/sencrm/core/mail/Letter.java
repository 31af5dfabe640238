package org.sencrm.core.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import javax.activation.DataHandler;
import javax.mail.Message.RecipientType;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.mail.util.ByteArrayDataSource;

/**
 * The mail to one recipient.
 *
 * @param id the same for every try, so that a mail server can recognise what it already has
 */
record Letter(long id, String to, String subject, String text, Instant writtenAt) {

    /** As it goes to the server; it says of itself that a machine wrote it, so that no machine answers. */
    MimeMessage message(Session session, MailServer server) throws MessagingException {
        InternetAddress sender = address(server.sender());
        name(sender, server.senderName());
        MimeMessage message = new Numbered(session, "<" + id + "@" + domain(server.sender()) + ">");
        message.setFrom(sender);
        message.setRecipient(RecipientType.TO, address(to));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(writtenAt));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        byte[] lines = text.replace("\r", "").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        message.setDataHandler(new DataHandler(new ByteArrayDataSource(lines, "text/plain; charset=utf-8")));
        message.saveChanges();
        return message;
    }

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static InternetAddress address(String written) throws AddressException {
        return MailAddress.parse(written).orElseThrow(() -> new AddressException("no address"));
    }

    private static void name(InternetAddress sender, String name) {
        if (name == null) {
            return;
        }
        try {
            sender.setPersonal(name.replaceAll("\\p{Cntrl}", " "), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    /** A message with a number of ours instead of one that names this machine. */
    private static final class Numbered extends MimeMessage {

        private final String number;

        Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
