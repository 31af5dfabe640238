package org.sencrm.core.signin;

import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.mail.Mail;
import org.sencrm.api.mail.Mails;
import org.sencrm.api.mail.SentMail;
import org.sencrm.core.store.Database;

/** Keeps what is mailed and committed. */
final class CollectedMails implements Mails {

    /** Refused as the product refuses what is no address. */
    static final String NO_ADDRESS = "nobody at nowhere";

    final List<Mail> sent = new ArrayList<>();
    boolean ready = true;
    private final Database database;

    CollectedMails(Database database) {
        this.database = database;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public List<Long> send(Mail mail) {
        if (mail.to().contains(NO_ADDRESS)) {
            throw new InvalidRequest("no address");
        }
        database.afterCommit(() -> sent.add(mail));
        return List.of(1L);
    }

    @Override
    public Trial test(Caller caller, String to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SentMail> recent(Caller caller, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The token of the link in the last mail. */
    String token() {
        String text = sent.get(sent.size() - 1).text();
        String link = "https://crm.sen.example/ui/password#";
        return text.substring(text.indexOf(link) + link.length()).split("\\s")[0];
    }
}
