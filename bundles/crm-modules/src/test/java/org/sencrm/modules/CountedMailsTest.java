package org.sencrm.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.mail.Mail;
import org.sencrm.api.mail.Mails;
import org.sencrm.api.mail.SentMail;

class CountedMailsTest {

    private final List<Mail> sent = new ArrayList<>();
    private final Quotas quotas = new Quotas(Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC));
    private final Mails mails = new CountedMails("acme", new Collecting(), quotas, new TestMessages());

    @Test
    void eachRecipientCountsAsAParcel() {
        quotas.limits(name -> 3);

        mails.send(new Mail(List.of("an@khach.example", "binh@khach.example"), "Chào", "Nội dung", null));
        assertEquals(2, quotas.count("acme", Quotas.PARCELS));

        Mail tooMany = new Mail(List.of("an@khach.example", "binh@khach.example"), "Chào", "Nội dung", null);
        assertThrows(NotNow.class, () -> mails.send(tooMany));
        assertEquals(1, sent.size());
    }

    private final class Collecting implements Mails {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public List<Long> send(Mail mail) {
            sent.add(mail);
            return List.of();
        }

        @Override
        public Trial test(Caller caller, String to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SentMail> recent(Caller caller, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
