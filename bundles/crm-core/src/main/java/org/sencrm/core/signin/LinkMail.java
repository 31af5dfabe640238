package org.sencrm.core.signin;

import java.util.Locale;
import org.sencrm.api.access.PasswordLinks;
import org.sencrm.api.mail.Mail;
import org.sencrm.api.mail.Mails;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.setting.StoredSettings;
import org.sencrm.core.signin.UserDirectory.Account;
import org.sencrm.core.signin.UserDirectory.Person;

/** Mails that people get about their password, in their language. */
final class LinkMail {

    private static final String PAGE = "/ui/password#";

    private final Mails mails;
    private final StoredSettings settings;
    private final Messages messages;

    LinkMail(Mails mails, StoredSettings settings, Messages messages) {
        this.mails = mails;
        this.settings = settings;
        this.messages = messages;
    }

    boolean isReady() {
        return mails.isReady() && settings.get(Settings.ADDRESS, null) != null;
    }

    /** @param kind {@code invite} or {@code reset} */
    void sendLink(String kind, Account account, Person person, LinkTable.Issued link) {
        String address = settings.get(Settings.ADDRESS, "").replaceAll("/+$", "") + PAGE + link.token();
        send("password.mail." + kind, account, person, address, link);
    }

    /** The password was set; nothing where the user has no e-mail address. */
    void sendNotice(Account account, Person person) {
        if (person.email() != null && isReady()) {
            send("password.mail.changed", account, person, settings.get(Settings.ADDRESS, ""), null);
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
