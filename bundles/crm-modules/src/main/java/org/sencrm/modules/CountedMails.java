package org.sencrm.modules;

import java.util.List;
import java.util.Locale;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.mail.Mail;
import org.sencrm.api.mail.Mails;
import org.sencrm.api.mail.SentMail;
import org.sencrm.api.text.Messages;

/** Mails as one add-on sees them: each recipient counts as a parcel. */
record CountedMails(String module, Mails mails, Quotas quotas, Messages messages) implements Mails {

    @Override
    public boolean isReady() {
        return mails.isReady();
    }

    @Override
    public List<Long> send(Mail mail) {
        mail.to().forEach(to -> takeParcel());
        return mails.send(mail);
    }

    @Override
    public Trial test(Caller caller, String to) {
        takeParcel();
        return mails.test(caller, to);
    }

    @Override
    public List<SentMail> recent(Caller caller, int limit) {
        return mails.recent(caller, limit);
    }

    private void takeParcel() {
        if (!quotas.takeParcel(module)) {
            throw new NotNow(
                    messages.text(Locale.ENGLISH, "modules.limit.parcels", module, quotas.limit(Quotas.PARCELS)));
        }
    }
}
