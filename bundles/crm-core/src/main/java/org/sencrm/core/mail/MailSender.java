package org.sencrm.core.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.mail.SentMail.State;
import org.sencrm.api.outbox.Outcome;
import org.sencrm.api.outbox.Parcel;
import org.sencrm.api.outbox.Sender;
import org.sencrm.api.setting.SecretSettings;
import org.sencrm.api.setting.Settings;
import org.sencrm.core.outbound.Dialer;
import org.sencrm.core.secret.Secrets;
import org.sencrm.core.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one mail to one recipient. Right before the server has it whole, that is written down: a mail that is found in that
 * state later, after a crash, may have arrived and is not sent again, but shown as unknown.
 */
@Component(property = Sender.KIND + "=" + SealedLetter.KIND)
public final class MailSender implements Sender {

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Settings settings;
    private final SecretSettings passwords;
    private final Secrets secrets;
    private final Clock clock;
    private final MailTable table;
    private final MailLine line;
    private final Duration longest;

    @Activate
    public MailSender(
            @Reference Database database,
            @Reference Settings settings,
            @Reference SecretSettings passwords,
            @Reference Secrets secrets,
            @Reference Dialer dialer) {
        this(
                database,
                settings,
                passwords,
                secrets,
                new MailLine(dialer, (SSLSocketFactory) SSLSocketFactory.getDefault()),
                Clock.systemUTC(),
                LONGEST);
    }

    /** @param longest how long the server may take for one mail */
    MailSender(
            Database database,
            Settings settings,
            SecretSettings passwords,
            Secrets secrets,
            MailLine line,
            Clock clock,
            Duration longest) {
        this.settings = settings;
        this.passwords = passwords;
        this.secrets = secrets;
        this.clock = clock;
        this.table = new MailTable(database, clock);
        this.line = line;
        this.longest = longest;
    }

    @Override
    public Outcome send(Parcel parcel) {
        long id = SealedLetter.id(parcel.payload());
        MailTable.Row row = table.find(id);
        if (row == null || row.state() == State.SENT) {
            return Outcome.done();
        }
        if (row.state() == State.FAILED) {
            return Outcome.failed(row.problem());
        }
        if (row.state() != State.WAITING) {
            return giveUp(parcel, id, State.UNKNOWN, "unknown");
        }
        SealedLetter.Opened opened = SealedLetter.open(secrets, parcel.payload());
        if (opened == null) {
            return giveUp(parcel, id, State.FAILED, "unreadable");
        }
        if (opened.until() != null && opened.until().isBefore(clock.instant())) {
            return giveUp(parcel, id, State.FAILED, "overdue");
        }
        return send(parcel, opened.letter());
    }

    private Outcome send(Parcel parcel, Letter letter) {
        try {
            Optional<MailServer> server = MailServer.read(settings, passwords);
            if (server.isEmpty()) {
                throw new Refused(Refused.Way.LATER, "notSetUp", null, null);
            }
            line.send(server.get(), letter, longest, () -> begin(letter.id()));
            table.settle(letter.id(), State.SENT, parcel.tries(), null, null);
            return Outcome.done();
        } catch (Refused refused) {
            return settle(parcel, letter.id(), refused);
        }
    }

    private void begin(long id) {
        if (!table.begin(id)) {
            throw new IllegalStateException("mail " + id + " is in other hands");
        }
    }

    private Outcome settle(Parcel parcel, long id, Refused refused) {
        LOG.info("Mail {} is not sent: {}", id, refused.problem());
        boolean again = refused.way() == Refused.Way.LATER && parcel.tries() < MOST_TRIES;
        State state = refused.way() == Refused.Way.UNKNOWN ? State.UNKNOWN : again ? State.WAITING : State.FAILED;
        table.settle(id, state, parcel.tries(), refused.problem(), refused.said());
        return again ? Outcome.again(refused.problem()) : Outcome.failed(refused.problem());
    }

    private Outcome giveUp(Parcel parcel, long id, State state, String problem) {
        table.settle(id, state, parcel.tries(), problem, null);
        return Outcome.failed(problem);
    }
}
