package org.sencrm.core.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.mail.Mail;
import org.sencrm.api.mail.Mails;
import org.sencrm.api.mail.SentMail;
import org.sencrm.api.outbox.Outbox;
import org.sencrm.api.setting.SecretSettings;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.outbound.Dialer;
import org.sencrm.core.secret.Secrets;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;

/** Mails by way of the outbox, each recipient a parcel and a row of its own. */
@Component(service = Mails.class)
public final class StoredMails implements Mails {

    private static final Duration LONGEST_TEST = Duration.ofSeconds(20);
    private static final int MOST_LISTED = 200;

    private final Database database;
    private final Outbox outbox;
    private final Settings settings;
    private final SecretSettings passwords;
    private final Secrets secrets;
    private final Access access;
    private final Messages messages;
    private final Clock clock;
    private final MailTable table;
    private final MailLine line;

    @Activate
    public StoredMails(
            @Reference Database database,
            @Reference Outbox outbox,
            @Reference Settings settings,
            @Reference SecretSettings passwords,
            @Reference Secrets secrets,
            @Reference Access access,
            @Reference Messages messages,
            @Reference Dialer dialer) {
        this(
                database,
                outbox,
                settings,
                passwords,
                secrets,
                access,
                messages,
                new MailLine(dialer, (SSLSocketFactory) SSLSocketFactory.getDefault()),
                Clock.systemUTC());
    }

    StoredMails(
            Database database,
            Outbox outbox,
            Settings settings,
            SecretSettings passwords,
            Secrets secrets,
            Access access,
            Messages messages,
            MailLine line,
            Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.settings = settings;
        this.passwords = passwords;
        this.secrets = secrets;
        this.access = access;
        this.messages = messages;
        this.line = line;
        this.clock = clock;
        this.table = new MailTable(database, clock);
    }

    @Override
    public boolean isReady() {
        return MailServer.read(settings, passwords).isPresent();
    }

    @Override
    public List<Long> send(Mail mail) {
        Locale language = Locale.forLanguageTag(settings.get(Settings.LANGUAGE, "en"));
        check(language, mail);
        Map<String, String> recipients = new LinkedHashMap<>();
        mail.to().forEach(to -> recipients.putIfAbsent(to.toLowerCase(Locale.ROOT), checked(language, to)));
        if (recipients.isEmpty()) {
            throw new InvalidRequest(messages.text(language, "mail.noRecipient"));
        }
        return database.write(connection -> {
            List<Long> ids = new ArrayList<>();
            recipients.values().forEach(to -> ids.add(put(to, mail)));
            return ids;
        });
    }

    private long put(String to, Mail mail) {
        Letter letter = letter(to, mail);
        table.insert(letter.id(), to);
        outbox.put(SealedLetter.KIND, SealedLetter.TARGET, SealedLetter.seal(secrets, letter, mail.until()));
        return letter.id();
    }

    @Override
    public Trial test(Caller caller, String to) {
        requireAdministrator(caller);
        String recipient = checked(caller.locale(), to);
        Optional<MailServer> server = MailServer.read(settings, passwords);
        if (server.isEmpty()) {
            return new Trial(false, problem(caller.locale(), "notSetUp", null));
        }
        String subject = messages.text(caller.locale(), "mail.test.subject");
        Letter letter =
                letter(recipient, Mail.of(recipient, subject, messages.text(caller.locale(), "mail.test.text")));
        try {
            line.send(server.get(), letter, LONGEST_TEST, () -> {});
            return new Trial(true, messages.text(caller.locale(), "mail.test.sent", recipient));
        } catch (Refused refused) {
            return new Trial(false, problem(caller.locale(), refused.problem(), refused.said()));
        }
    }

    @Override
    public List<SentMail> recent(Caller caller, int limit) {
        requireAdministrator(caller);
        if (limit < 1 || limit > MOST_LISTED) {
            throw new InvalidRequest(messages.text(caller.locale(), "mail.badLimit", MOST_LISTED));
        }
        return table.recent(limit).stream()
                .map(row -> new SentMail(
                        row.id(),
                        row.recipient(),
                        row.state(),
                        row.tries(),
                        row.problem() == null ? null : problem(caller.locale(), row.problem(), row.said()),
                        row.createdAt(),
                        row.changedAt()))
                .toList();
    }

    private Letter letter(String to, Mail mail) {
        return new Letter(
                Ids.next(), to, mail.subject(), mail.text(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private void check(Locale language, Mail mail) {
        boolean oneLine = mail.subject().chars().noneMatch(Character::isISOControl);
        if (!oneLine || mail.subject().isBlank() || mail.subject().length() > Mail.LONGEST_SUBJECT) {
            throw new InvalidRequest(messages.text(language, "mail.badSubject", Mail.LONGEST_SUBJECT));
        }
        if (mail.text().length() > Mail.LONGEST_TEXT) {
            throw new InvalidRequest(messages.text(language, "mail.longText", Mail.LONGEST_TEXT));
        }
    }

    private String checked(Locale language, String address) {
        if (MailAddress.parse(address).isEmpty()) {
            throw new InvalidRequest(messages.text(language, "mail.badAddress"));
        }
        return address;
    }

    private String problem(Locale language, String problem, String said) {
        String text = messages.text(language, "mail.problem." + problem);
        return said == null ? text : messages.text(language, "mail.said", text, said);
    }

    private void requireAdministrator(Caller caller) {
        if (!caller.isSystem() && !access.isAdministrator(caller)) {
            throw new Forbidden(messages.text(caller.locale(), "mail.forbidden"));
        }
    }
}
