package org.sencrm.core.signin;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.PasswordLinks;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.api.outbox.Outbox;
import org.sencrm.api.outbox.Outcome;
import org.sencrm.api.outbox.Parcel;
import org.sencrm.api.outbox.Sender;
import org.sencrm.api.text.Messages;
import org.sencrm.core.secret.Secrets;
import org.sencrm.core.signin.UserDirectory.Account;
import org.sencrm.core.signin.UserDirectory.Person;
import org.sencrm.core.store.Database;

/**
 * Links to a new password. Who asks for one because a password is forgotten only puts a parcel into the outbox; whether there
 * is such a user is looked up when nobody waits any more.
 */
@Component(
        service = {PasswordLinks.class, Sender.class},
        property = Sender.KIND + "=" + StoredPasswordLinks.KIND)
public final class StoredPasswordLinks implements PasswordLinks, Sender {

    static final String KIND = "password-link";

    private static final String TYPED = "typed";
    private static final String PURPOSE = "password-link";
    private static final int LONGEST_TYPED = 254;

    private final Database database;
    private final Outbox outbox;
    private final Messages messages;
    private final Access access;
    private final Secrets secrets;
    private final UserDirectory directory;
    private final SignIn signIn;
    private final LinkTable links;
    private final AccountMail mail;
    private final TryLimits limits;
    private final SecurityLog log;

    @Activate
    public StoredPasswordLinks(
            @Reference Database database,
            @Reference Outbox outbox,
            @Reference AccountMail mail,
            @Reference Messages messages,
            @Reference Access access,
            @Reference Secrets secrets,
            @Reference UserDirectory directory,
            @Reference SignIn signIn) {
        this(
                database,
                outbox,
                mail,
                messages,
                access,
                secrets,
                directory,
                signIn,
                new SecurityLog(database),
                Clock.systemUTC());
    }

    StoredPasswordLinks(
            Database database,
            Outbox outbox,
            AccountMail mail,
            Messages messages,
            Access access,
            Secrets secrets,
            UserDirectory directory,
            SignIn signIn,
            SecurityLog log,
            Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.mail = mail;
        this.messages = messages;
        this.access = access;
        this.secrets = secrets;
        this.directory = directory;
        this.signIn = signIn;
        this.log = log;
        this.links = new LinkTable(database, clock);
        this.limits = new TryLimits(database, clock);
    }

    @Override
    public boolean isOffered() {
        return mail.isReady();
    }

    @Override
    public void invite(Caller caller, long userId) {
        if (!caller.isSystem() && !access.isAdministrator(caller)) {
            throw new Forbidden(messages.text(caller.locale(), "password.forbidden"));
        }
        Account account = directory.find(userId);
        if (account == null) {
            throw new NotFound(messages.text(caller.locale(), "user.notFound"));
        }
        Person person = directory.person(userId);
        if (!account.active() || person.email() == null) {
            throw new InvalidRequest(messages.text(caller.locale(), "password.link.noAddress"));
        }
        if (!isOffered()) {
            throw new NotNow(messages.text(caller.locale(), "password.link.notSetUp"));
        }
        send("invite", account, person, caller);
    }

    @Override
    public void forgot(String user, String address, Locale language) {
        String typed = UserDirectory.normal(user);
        String counted = typed.substring(0, Math.min(LONGEST_TYPED, typed.length()));
        long lockedFor = limits.asked(TryLimits.Kind.LINK_NAME, counted);
        if (lockedFor == 0) {
            lockedFor = limits.asked(TryLimits.Kind.LINK_ADDRESS, address == null ? "" : address);
        }
        if (lockedFor > 0) {
            throw new TooManyTries(messages.text(language, "signIn.locked", lockedFor), lockedFor);
        }
        // people type passwords into the wrong field
        outbox.put(KIND, KIND, Map.of(TYPED, secrets.encrypt(counted, PURPOSE)));
    }

    @Override
    public Outcome send(Parcel parcel) {
        String typed = secrets.decrypt((String) parcel.payload().get(TYPED), PURPOSE);
        Account account = typed == null || !isOffered() ? null : directory.findByNameOrEmail(typed);
        Person person = account == null ? null : directory.person(account.userId());
        // who has left the directory must not come back by a link
        boolean mayHaveOne = account != null && account.active() && !account.isKeptOutside();
        if (mayHaveOne && person.email() != null) {
            send("reset", account, person, Caller.system());
        }
        return Outcome.done();
    }

    /** Link and mail are there together or not at all. */
    private void send(String kind, Account account, Person person, Caller by) {
        database.write(connection -> {
            mail.sendLink(kind, account, person, links.issue(account));
            log.linkSent(by, account.userId(), kind);
            return null;
        });
    }

    @Override
    public boolean isOpen(String token) {
        return account(links.find(token)) != null;
    }

    @Override
    public void setPassword(String token, char[] next, Locale language, String through) {
        try {
            LinkTable.Link link = links.find(token);
            if (link == null) {
                throw dead(language);
            }
            database.write(connection -> {
                // whoever has another link of this user waits here and then finds none
                boolean taken = links.takeAll(link.userId());
                Account account = account(link);
                if (!taken || account == null) {
                    throw dead(language);
                }
                signIn.setPassword(
                        Caller.system().speaking(language).through(through), link.userId(), null, next.clone());
                return null;
            });
        } finally {
            Arrays.fill(next, ' ');
        }
    }

    /** The user of a link; null where the link is dead. */
    private Account account(LinkTable.Link link) {
        Account account = link == null ? null : directory.find(link.userId());
        boolean alive = account != null && account.active() && account.epoch() == link.epoch();
        return alive ? account : null;
    }

    private InvalidRequest dead(Locale language) {
        return new InvalidRequest(messages.text(language, "password.link.dead"));
    }
}
