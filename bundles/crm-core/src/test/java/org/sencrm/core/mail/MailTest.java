package org.sencrm.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.mail.Message.RecipientType;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.mail.Mail;
import org.sencrm.api.mail.Mails;
import org.sencrm.api.mail.SentMail.State;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;

class MailTest {

    private static final String AN = "an@khach.example";

    @TempDir
    private Path home;

    private MailBench bench;
    private GreenMail real;

    @BeforeEach
    void start() {
        bench = new MailBench(home, Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (real != null) {
            real.stop();
        }
        bench.close();
    }

    private void startServer(int port) {
        real = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        real.start();
        bench.server(real.getSmtp().getPort());
    }

    private MimeMessage arrived() {
        assertEquals(1, real.getReceivedMessages().length);
        return real.getReceivedMessages()[0];
    }

    @Test
    void aMailArrivesOnceAsItWasWritten() throws Exception {
        startServer(0);
        bench.set(Mails.SENDER_NAME, "Công ty Sen");
        bench.deliver();

        bench.mails.send(Mail.of(AN, "Báo giá số 7", "Kính gửi chị Ẩn,\n.\nchúc chị một ngày vui."));

        assertNull(bench.await(State.SENT, 1).problem());
        MimeMessage mail = arrived();
        assertEquals("Báo giá số 7", mail.getSubject());
        assertEquals(
                "Kính gửi chị Ẩn,\r\n.\r\nchúc chị một ngày vui.",
                mail.getContent().toString().strip());
        InternetAddress sender = (InternetAddress) mail.getFrom()[0];
        assertEquals("Công ty Sen", sender.getPersonal());
        assertEquals("crm@sen.example", sender.getAddress());
        assertEquals(AN, mail.getRecipients(RecipientType.TO)[0].toString());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertTrue(mail.getMessageID().endsWith("@sen.example>"), mail.getMessageID());
    }

    @Test
    void eachRecipientGetsOneOfTheirOwnAndSeesNoOther() throws Exception {
        startServer(0);
        bench.deliver();

        List<Long> ids = bench.mails.send(
                new Mail(List.of(AN, "binh@khach.example", "AN@khach.example"), "Chào", "Nội dung", null));

        assertEquals(2, ids.size());
        assertTrue(real.waitForIncomingEmail(10_000, 2));
        Set<String> all = Arrays.stream(real.getReceivedMessages())
                .map(mail -> GreenMailUtil.getAddressList(recipients(mail)))
                .collect(Collectors.toSet());
        assertEquals(Set.of(AN, "binh@khach.example"), all);
    }

    private static javax.mail.Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (javax.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsRolledBackIsNeverMailed() {
        assertThrows(
                IllegalStateException.class,
                () -> bench.database.write(connection -> {
                    bench.mails.send(Mail.of(AN, "Chào", "Nội dung"));
                    throw new IllegalStateException();
                }));

        assertEquals(List.of(), bench.parcels());
        assertEquals(List.of(), bench.mails.recent(MailBench.BOSS, 10));
    }

    @Test
    void nobodyWritesHeadersOrReachesOthersByOddAddresses() {
        for (String odd : List.of(
                "an@khach.example\r\nBcc: all@khach.example",
                "an@khach.example, binh@khach.example",
                "An <an@khach.example>",
                "an@khach.example\n",
                "\"an\r\n\"@khach.example",
                "@relay.example:an@khach.example",
                "an",
                "an@",
                "an@[127.0.0.1]",
                "an@khach..example",
                "")) {
            assertThrows(InvalidRequest.class, () -> bench.mails.send(Mail.of(odd, "Chào", "Nội dung")), odd);
        }
        for (String odd : List.of("Chào\r\nBcc: all@khach.example", "Chào\n", "\u0085", " ", "x".repeat(201))) {
            assertThrows(InvalidRequest.class, () -> bench.mails.send(Mail.of(AN, odd, "Nội dung")), odd);
        }
        assertEquals(List.of(), bench.parcels());
    }

    @Test
    void aHeaderIsNotWrittenThroughTheNameOfTheSenderEither() throws Exception {
        startServer(0);
        bench.set(Mails.SENDER_NAME, "Sen\r\nBcc: all@khach.example");
        bench.deliver();

        bench.mails.send(Mail.of(AN, "Chào", "Nội dung"));

        bench.await(State.SENT, 1);
        assertNull(arrived().getHeader("Bcc"));
        assertEquals(1, arrived().getAllRecipients().length);
    }

    @Test
    void whatAMailSaysIsNotReadableInTheDatabase() {
        bench.mails.send(Mail.of(AN, "Đặt lại mật khẩu", "https://sen.example/ui/password#geheim"));

        String stored = bench.database.read(
                connection -> Sql.of("select PAYLOAD from CORE_OUTBOX").first(connection, row -> row.getString(1)));
        assertFalse(stored.contains("geheim") || stored.contains(AN), stored);
    }

    @Test
    void aServerThatSaysLaterIsAskedAgain() throws Exception {
        try (ScriptedServer server = new ScriptedServer().answer("RCPT", "451 4.7.1 greylisted")) {
            bench.server(server.port());
            bench.deliver();
            bench.mails.send(Mail.of(AN, "Chào", "Nội dung"));

            assertTrue(
                    bench.await(State.WAITING, 1).problem().endsWith("451 4.7.1 greylisted"),
                    bench.only().problem());
            server.answer("RCPT", "250 fine");
            bench.later(Duration.ofMinutes(1));

            assertNull(bench.await(State.SENT, 2).problem());
            assertEquals(1, server.heard(ScriptedServer.END));
        }
    }

    @Test
    void aServerThatSaysNeverIsNotAskedAgain() throws Exception {
        for (String place : List.of("RCPT", ScriptedServer.END)) {
            try (MailBench other = new MailBench(home, Duration.ofSeconds(20));
                    ScriptedServer server = new ScriptedServer().answer(place, "550 5.1.1 nobody here")) {
                other.server(server.port());
                other.deliver();
                other.mails.send(Mail.of(AN, "Chào", "Nội dung"));

                assertTrue(other.await(State.FAILED, 1).problem().contains("550 5.1.1 nobody here"));
                other.later(Duration.ofDays(1));
                Thread.sleep(200);
                assertEquals(1, server.heard("RCPT"));
            }
        }
    }

    @Test
    void aSenderThatIsNotAllowedCanBeMended() throws Exception {
        try (ScriptedServer server = new ScriptedServer().answer("MAIL", "530 5.7.0 sign in first")) {
            bench.server(server.port());
            bench.deliver();
            bench.mails.send(Mail.of(AN, "Chào", "Nội dung"));

            bench.await(State.WAITING, 1);
        }
    }

    @Test
    void nothingGoesToWhoWasForgottenMeanwhile() throws Exception {
        startServer(0);
        bench.mails.send(Mail.of("An@khach.example", "Chào", "Nội dung"));
        forget();
        bench.deliver();

        for (int i = 0; i < 100 && !bench.parcels().equals(List.of("FAILED forgotten")); i++) {
            Thread.sleep(20);
        }
        assertEquals(List.of("FAILED forgotten"), bench.parcels());
        assertEquals(State.FAILED, bench.only().state());
        assertEquals("***", bench.only().recipient());
        assertEquals(0, real.getReceivedMessages().length);
    }

    @Test
    void whatTheServerSaysOfWhoWasForgottenIsNotKept() {
        long id = bench.mails.send(Mail.of(AN, "Chào", "Nội dung")).get(0);
        MailTable table = new MailTable(bench.database, bench.clock);
        assertTrue(table.begin(id));
        forget();
        assertEquals(State.SENDING, table.find(id).state());
        table.settle(id, State.FAILED, 1, "refused", "550 <" + AN + "> unknown");
        assertEquals(State.FAILED, table.find(id).state());
        assertNull(table.find(id).said());
    }

    private void forget() {
        bench.database.write(connection -> {
            new MailTraces().forget(connection, List.of(AN));
            return null;
        });
    }

    @Test
    void aServerThatWasAwayGetsTheMailWhenItIsBack() throws Exception {
        startServer(0);
        int port = real.getSmtp().getPort();
        real.stop();
        bench.deliver();
        bench.mails.send(Mail.of(AN, "Chào", "Nội dung"));
        assertEquals(
                bench.messages.text(MailBench.BOSS.locale(), "mail.problem.line.noConnection"),
                bench.await(State.WAITING, 1).problem());

        startServer(port);
        bench.later(Duration.ofMinutes(1));

        bench.await(State.SENT, 2);
        arrived();
    }

    @Test
    void aLineThatBreaksBeforeTheAnswerIsUnknownAndTheMailIsNotSentTwice() throws Exception {
        try (ScriptedServer server = new ScriptedServer().answer(ScriptedServer.END, ScriptedServer.CUT)) {
            bench.server(server.port());
            bench.deliver();
            bench.mails.send(Mail.of(AN, "Chào", "Nội dung"));

            bench.await(State.UNKNOWN, 1);
            bench.later(Duration.ofDays(1));
            Thread.sleep(200);
            assertEquals(1, server.heard(ScriptedServer.END));
        }
    }

    @Test
    void aLineThatBreaksInTheMiddleOfTheMailIsTriedAgain() throws Exception {
        try (ScriptedServer server = new ScriptedServer().answer("DATA", ScriptedServer.CUT)) {
            bench.server(server.port());
            bench.deliver();
            bench.mails.send(Mail.of(AN, "Chào", "Nội dung"));

            bench.await(State.WAITING, 1);
        }
    }

    @Test
    void whatACrashLeftHandedOverIsShownAsUnknownAndNotSent() throws Exception {
        startServer(0);
        long id = bench.mails.send(Mail.of(AN, "Chào", "Nội dung")).get(0);
        assertTrue(new MailTable(bench.database, bench.clock).begin(id));

        bench.deliver();

        bench.await(State.UNKNOWN, 1);
        assertEquals(0, real.getReceivedMessages().length);
    }

    @Test
    void ofTwoThatHaveTheSameMailInHandOnlyOneSendsIt() throws Exception {
        startServer(0);
        long id = bench.mails.send(Mail.of(AN, "Chào", "Nội dung")).get(0);
        MailTable table = new MailTable(bench.database, bench.clock);
        assertTrue(table.begin(id));

        assertFalse(table.begin(id));
    }

    @Test
    void aServerThatNeverStopsTalkingIsLeft() throws Exception {
        try (ScriptedServer server = new ScriptedServer().answer(ScriptedServer.BANNER, ScriptedServer.ENDLESS)) {
            bench.server(server.port());
            bench.deliver();
            bench.mails.send(Mail.of(AN, "Chào", "Nội dung"));

            assertEquals(
                    bench.messages.text(MailBench.BOSS.locale(), "mail.problem.line.broken"),
                    bench.await(State.WAITING, 1).problem());
        }
    }

    @Test
    void aServerThatNeverAnswersIsLeftInTime() throws Exception {
        for (String place : List.of(ScriptedServer.BANNER, "EHLO", "MAIL")) {
            try (MailBench other = new MailBench(home, Duration.ofMillis(300));
                    ScriptedServer server = new ScriptedServer().answer(place, ScriptedServer.SILENCE)) {
                other.server(server.port());
                other.deliver();
                other.mails.send(Mail.of(AN, "Chào", "Nội dung"));

                Instant begun = Instant.now();
                other.await(State.WAITING, 1);
                assertTrue(Duration.between(begun, Instant.now()).toSeconds() < 4, place);
            }
        }
    }

    @Test
    void whatIsTooLateIsNotSentAnyMore() throws Exception {
        startServer(0);
        bench.mails.send(
                Mail.of(AN, "Chào", "Nội dung").until(bench.clock.instant().plusSeconds(60)));
        bench.clock.advance(Duration.ofSeconds(61));

        bench.deliver();

        bench.await(State.FAILED, 1);
        assertEquals(0, real.getReceivedMessages().length);
    }

    @Test
    void mailThatIsWrittenBeforeThereIsAServerWaitsForOne() throws Exception {
        assertFalse(bench.mails.isReady());
        bench.deliver();
        bench.mails.send(Mail.of(AN, "Chào", "Nội dung"));
        bench.await(State.WAITING, 1);

        startServer(0);
        assertTrue(bench.mails.isReady());
        bench.later(Duration.ofMinutes(1));

        bench.await(State.SENT, 2);
    }

    @Test
    void noPasswordGoesOverAnOpenLine() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            bench.server(server.port());
            bench.set(Mails.USER, "crm");
            bench.passwords.set(MailBench.BOSS, Mails.PASSWORD, "geheim");
            assertFalse(bench.mails.test(MailBench.BOSS, AN).sent());

            bench.set(Mails.SECURITY, "startTls");
            Mails.Trial trial = bench.mails.test(MailBench.BOSS, AN);

            assertFalse(trial.sent());
            assertEquals(0, server.heard("AUTH"));
            assertEquals(0, server.heard("MAIL"));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        real = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        real.start();
        bench.server(real.getSmtps().getPort());
        bench.set(Mails.SECURITY, "tls");

        Mails.Trial trial = bench.mails.test(MailBench.BOSS, AN);

        assertEquals(bench.messages.text(MailBench.BOSS.locale(), "mail.problem.line.notSecure"), trial.message());
        assertEquals(0, real.getReceivedMessages().length);
    }

    @Test
    void aMailServerInsideTheNetworkHasToBeAllowed() {
        startServer(0);
        bench.set(Outbound.ALLOWED_HOSTS, null);

        Mails.Trial trial = bench.mails.test(MailBench.BOSS, AN);

        assertEquals(bench.messages.text(MailBench.BOSS.locale(), "mail.problem.line.innerAddress"), trial.message());
    }

    @Test
    void aTestTellsWhatTheServerSaid() throws Exception {
        try (ScriptedServer server = new ScriptedServer().answer("RCPT", "550 5.7.1 relaying\tdenied")) {
            bench.server(server.port());
            Mails.Trial refused = bench.mails.test(MailBench.BOSS, AN);
            assertFalse(refused.sent());
            assertTrue(refused.message().endsWith("550 5.7.1 relaying denied"), refused.message());

            server.answer("RCPT", "250 fine");
            Mails.Trial taken = bench.mails.test(MailBench.BOSS, AN);
            assertTrue(taken.sent());
            assertTrue(taken.message().contains(AN));
        }
    }

    @Test
    void onlyAdministratorsTestAndSeeMail() {
        assertThrows(Forbidden.class, () -> bench.mails.test(Callers.user(7), AN));
        assertThrows(Forbidden.class, () -> bench.mails.recent(Callers.user(7), 10));
        assertThrows(InvalidRequest.class, () -> bench.mails.test(MailBench.BOSS, "an\r\n@khach.example"));
    }
}
