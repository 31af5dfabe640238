package org.sencrm.core.mail;

import java.util.Optional;
import java.util.regex.Pattern;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;

/** Tells an address from what only looks like one: no names, comments, groups, routes or quotes, and nothing below a blank. */
final class MailAddress {

    private static final int LONGEST = 254;
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

    private MailAddress() {}

    static Optional<InternetAddress> parse(String written) {
        if (written == null
                || written.length() > LONGEST
                || !PLAIN.matcher(written).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InternetAddress(written, true));
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
