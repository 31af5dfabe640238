package org.sencrm.core.signin;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.PasswordLinks;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.mail.Mail;
import org.sencrm.api.mail.Mails;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.setting.StoredSettings;
import org.sencrm.core.signin.UserDirectory.Account;
import org.sencrm.core.signin.UserDirectory.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails that people get about how they sign in, in their language. */
@Component(service = AccountMail.class)
public final class AccountMail {

    private static final Logger LOG = LoggerFactory.getLogger(AccountMail.class);
    private static final String PAGE = "/ui/password#";

    private final Mails mails;
    private final StoredSettings settings;
    private final Messages messages;
    private final UserDirectory directory;

    @Activate
    public AccountMail(
            @Reference Mails mails,
            @Reference StoredSettings settings,
            @Reference Messages messages,
            @Reference UserDirectory directory) {
        this.mails = mails;
        this.settings = settings;
        this.messages = messages;
        this.directory = directory;
    }

    /** Whether links can be sent. */
    boolean isReady() {
        return mails.isReady() && settings.get(Settings.ADDRESS, null) != null;
    }

    /** @param kind {@code invite} or {@code reset} */
    void sendLink(String kind, Account account, Person person, LinkTable.Issued link) {
        String address = settings.get(Settings.ADDRESS, "").replaceAll("/+$", "") + PAGE + link.token();
        send("password.mail." + kind, account, person, address, link);
    }

    /** Tells the user that the password was set. */
    void passwordChanged(Account account) {
        tell("password.mail.changed", account);
    }

    /** Tells the user that there is no second factor any more. */
    void lastFactorGone(Account account) {
        tell("factor.mail.gone", account);
    }

    /** In the thread's transaction; nothing where mail is not set up or cannot reach the user. */
    private void tell(String key, Account account) {
        Person person = directory.person(account.userId());
        if (!account.active() || person.email() == null || !mails.isReady()) {
            return;
        }
        try {
            send(key, account, person, settings.get(Settings.ADDRESS, ""), null);
        } catch (InvalidRequest noAddress) {
            LOG.warn("User {} has no address to which mail can be sent: {}", account.userId(), key);
        }
    }

    private void send(String key, Account account, Person person, String address, LinkTable.Issued link) {
        Locale language = settings.languageOf(account.userId());
        String company = settings.get(Settings.COMPANY, "Sen CRM");
        String minutes = String.valueOf(PasswordLinks.MINUTES);
        String text = messages.text(
                language, key + ".text", plain(person.name()), account.userName(), address, minutes, plain(company));
        String subject = messages.text(language, key + ".subject", plain(company));
        String oneLine = subject.substring(0, Math.min(Mail.LONGEST_SUBJECT, subject.length()));
        mails.send(Mail.of(person.email(), oneLine, text).until(link == null ? null : link.end()));
    }

    /** What others typed must not begin lines of a mail. */
    private static String plain(String typed) {
        return typed.replaceAll("\\p{Cntrl}+", " ");
    }
}
