package org.sencrm.core.mail;

import com.sun.mail.smtp.SMTPTransport;
import java.io.IOException;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.URLName;

/** Knows when a mail is out of our hands: from the moment in which its end is sent the server may have it. */
final class HandOver extends SMTPTransport {

    private final Runnable before;
    private boolean handedOver;

    /** @param before run right before the end of the mail is sent; where it fails, the server gets no whole mail */
    HandOver(Session session, URLName server, Runnable before) {
        super(session, server);
        this.before = before;
    }

    boolean isHandedOver() {
        return handedOver;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        before.run();
        handedOver = true;
        super.finishData();
    }
}
