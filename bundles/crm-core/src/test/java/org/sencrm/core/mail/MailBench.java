package org.sencrm.core.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.sencrm.api.access.Caller;
import org.sencrm.api.mail.Mails;
import org.sencrm.api.mail.SentMail;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbox.Parcel;
import org.sencrm.api.outbox.Sender;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.outbound.Dialer;
import org.sencrm.core.outbox.StoredOutbox;
import org.sencrm.core.schema.TestSchema;
import org.sencrm.core.secret.Secrets;
import org.sencrm.core.setting.StoredSecrets;
import org.sencrm.core.setting.StoredSettings;
import org.sencrm.core.store.LocalDatabase;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;
import org.sencrm.core.support.FakeAccess;
import org.sencrm.core.support.MovingClock;
import org.sencrm.core.text.FileMessages;

/** Mails, an outbox that sends them, and settings that name a mail server on this machine. */
final class MailBench implements AutoCloseable {

    static final long ADMINISTRATOR = 1;
    static final Caller BOSS = Callers.user(ADMINISTRATOR);

    final LocalDatabase database = TestSchema.fresh();
    final MovingClock clock = new MovingClock();
    final FileMessages messages = new FileMessages();
    final FakeAccess access = new FakeAccess(ADMINISTRATOR);
    final StoredSettings settings = new StoredSettings(database, access, messages);
    final StoredOutbox outbox = new StoredOutbox(database, clock);
    final StoredSecrets passwords;
    final Secrets secrets;
    final Dialer dialer = new Dialer(settings);
    final StoredMails mails;
    final MailSender sender;

    /** @param longest how long the mail server may take */
    MailBench(Path home, Duration longest) {
        secrets = new Secrets(home);
        passwords = new StoredSecrets(settings, secrets, messages);
        MailLine line = new MailLine(dialer, (SSLSocketFactory) SSLSocketFactory.getDefault());
        mails = new StoredMails(database, outbox, settings, passwords, secrets, access, messages, line, clock);
        sender = new MailSender(database, settings, passwords, secrets, line, clock, longest);
        set(Mails.SECURITY, "none");
        set(Mails.SENDER, "crm@sen.example");
        set(Outbound.ALLOWED_HOSTS, "127.0.0.1");
    }

    void set(String key, String value) {
        settings.set(Caller.system(), key, value);
    }

    void server(int port) {
        set(Mails.HOST, "127.0.0.1");
        set(Mails.PORT, String.valueOf(port));
    }

    /** From now on what is in the outbox is sent. */
    void deliver() {
        outbox.add(Contribution.of(sender, Map.of(Sender.KIND, SealedLetter.KIND)));
    }

    void later(Duration time) {
        clock.advance(time);
        outbox.wake();
    }

    SentMail only() {
        List<SentMail> all = mails.recent(BOSS, 200);
        if (all.size() != 1) {
            throw new AssertionError("not one mail: " + all);
        }
        return all.get(0);
    }

    /** Until the only mail is in this state after so many tries, and the outbox has noted it too. */
    SentMail await(SentMail.State state, int tries) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            SentMail mail = only();
            if (mail.state() == state && mail.tries() == tries && isNoted(state)) {
                return mail;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("not " + state + " after " + tries + " tries: " + only());
    }

    private boolean isNoted(SentMail.State state) {
        return switch (state) {
            case SENT -> parcels().isEmpty();
            case WAITING ->
                parcels().stream().allMatch(parcel -> parcel.startsWith("WAITING") && !parcel.endsWith("null"));
            default -> parcels().stream().allMatch(parcel -> parcel.startsWith("FAILED"));
        };
    }

    /** State and problem of each parcel of the outbox. */
    List<String> parcels() {
        Sql all = Sql.of("select STATE, PROBLEM from CORE_OUTBOX");
        return database.read(connection -> all.query(connection, row -> row.getString(1) + " " + row.getString(2)));
    }

    /** As the outbox would hand it over. */
    Parcel parcel(int tries) {
        Sql one = Sql.of("select ID, PAYLOAD from CORE_OUTBOX");
        return database.read(connection -> one.first(
                connection,
                row -> new Parcel(
                        row.getLong(1),
                        SealedLetter.KIND,
                        SealedLetter.TARGET,
                        json(row.getString(2)),
                        tries,
                        clock.instant())));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String text) {
        return (Map<String, Object>) org.sencrm.core.value.Json.read(text);
    }

    @Override
    public void close() throws InterruptedException {
        outbox.close();
        dialer.close();
    }
}
