package org.sencrm.core.mail;

import com.sun.mail.smtp.SMTPAddressFailedException;
import com.sun.mail.smtp.SMTPSendFailedException;
import com.sun.mail.smtp.SMTPSenderFailedException;
import com.sun.mail.smtp.SMTPTransport;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.mail.AuthenticationFailedException;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.URLName;
import javax.mail.internet.MimeMessage;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.core.mail.MailServer.Security;
import org.sencrm.core.mail.Refused.Way;
import org.sencrm.core.outbound.Dialer;

/**
 * Gives one mail to a mail server, over a connection of its own that ends in time whatever the server does. Its certificate
 * is checked against its name; a password never goes over a line without TLS. Thread safe.
 */
final class MailLine {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int LONGEST_SAID = 200;
    private static final int PERMANENT = 500;

    private final Dialer dialer;
    private final SSLSocketFactory tls;

    MailLine(Dialer dialer, SSLSocketFactory tls) {
        this.dialer = dialer;
        this.tls = tls;
    }

    /**
     * @param longest for all of it, once there is a connection
     * @param before run right before the mail is out of our hands
     */
    void send(MailServer server, Letter letter, Duration longest, Runnable before) throws Refused {
        if (server.tellsPassword()) {
            throw new Refused(Way.LATER, "openPassword", null, null);
        }
        ClassLoader outer = Thread.currentThread().getContextClassLoader();
        // the library looks for its own parts there
        Thread.currentThread().setContextClassLoader(SMTPTransport.class.getClassLoader());
        try (GuardedSocket socket = dialer.connect(GuardedSocket::new, server.host(), server.port(), CONNECT)) {
            CompletableFuture<Void> end =
                    new CompletableFuture<Void>().orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS);
            end.whenComplete((nothing, late) -> closeIfLate(socket, late));
            socket.setSoTimeout(Math.toIntExact(longest.toMillis()));
            try {
                send(server, letter, socket, before, end);
            } finally {
                end.complete(null);
            }
        } catch (OutboundFailure e) {
            throw new Refused(Way.LATER, "line." + e.reason().code(), null, e);
        } catch (IOException e) {
            throw new Refused(Way.LATER, "line.broken", null, e);
        } finally {
            Thread.currentThread().setContextClassLoader(outer);
        }
    }

    private void send(
            MailServer server, Letter letter, GuardedSocket socket, Runnable before, CompletableFuture<Void> end)
            throws Refused, IOException {
        Session session = Session.getInstance(properties(server));
        URLName name = new URLName("smtp", server.host(), server.port(), null, server.user(), server.password());
        HandOver handOver = new HandOver(session, name, before);
        try {
            MimeMessage message = letter.message(session, server);
            handOver.connect(server.security() == Security.TLS ? secured(socket, server) : socket);
            handOver.sendMessage(message, message.getAllRecipients());
        } catch (SSLException e) {
            throw new Refused(Way.LATER, "line.notSecure", null, e);
        } catch (MessagingException e) {
            throw refused(e, handOver, end.isCompletedExceptionally());
        } finally {
            closeQuietly(handOver);
        }
    }

    private Socket secured(Socket plain, MailServer server) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(plain, server.host(), server.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private Properties properties(MailServer server) {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", Letter.domain(server.sender()));
        properties.put("mail.smtp.from", server.sender());
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", String.valueOf(server.user() != null));
        properties.put("mail.smtp.starttls.enable", String.valueOf(server.security() == Security.START_TLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(server.security() == Security.START_TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", tls);
        return properties;
    }

    /** Sorts out what a later try may change and what none will. */
    private static Refused refused(MessagingException failure, HandOver handOver, boolean late) {
        if (failure instanceof AuthenticationFailedException) {
            return new Refused(Way.LATER, "signIn", said(handOver.getLastServerResponse()), failure);
        }
        Exception cause = failure;
        int code = -1;
        boolean sender = false;
        while (cause instanceof MessagingException part) {
            code = Math.max(code, code(part));
            sender |= part instanceof SMTPSenderFailedException || isAboutSender(part);
            cause = part.getNextException();
        }
        if (code > 0) {
            // who may send is a matter of the settings, and those can be mended
            Way way = code >= PERMANENT && !sender ? Way.NEVER : Way.LATER;
            String problem = sender ? "sender" : way == Way.NEVER ? "refused" : "later";
            return new Refused(way, problem, said(handOver.getLastServerResponse()), failure);
        }
        if (handOver.isHandedOver()) {
            return new Refused(Way.UNKNOWN, "unknown", null, failure);
        }
        String problem = late ? "tooSlow" : cause instanceof SSLException ? "notSecure" : "broken";
        return new Refused(Way.LATER, "line." + problem, said(handOver.getLastServerResponse()), failure);
    }

    private static boolean isAboutSender(MessagingException part) {
        return part instanceof SMTPSendFailedException send && send.getCommand().startsWith("MAIL");
    }

    private static int code(MessagingException part) {
        if (part instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (part instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return part instanceof SMTPSendFailedException send ? send.getReturnCode() : -1;
    }

    /** One short line. */
    private static String said(String answer) {
        if (answer == null || answer.isBlank()) {
            return null;
        }
        String line = answer.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.substring(0, Math.min(LONGEST_SAID, line.length()));
    }

    private static void closeIfLate(Socket socket, Throwable late) {
        if (late != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // whoever reads from it finds out
            }
        }
    }

    private static void closeQuietly(HandOver handOver) {
        try {
            handOver.close();
        } catch (MessagingException e) {
            // what became of the mail is known by now
        }
    }
}
