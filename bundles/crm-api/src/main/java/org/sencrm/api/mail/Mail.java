package org.sencrm.api.mail;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A mail to be sent. Each recipient gets one of their own and sees no other. Immutable.
 *
 * <pre>{@code
 * mails.send(Mail.of("an@example.com", "Báo giá BG-26-0007", "Kính gửi chị An,\n…"));
 * }</pre>
 *
 * @param to plain addresses ({@code an@example.com}) without names, at least one; one that is named twice gets one mail
 * @param subject one line of at most 200 characters
 * @param text plain text of at most 100,000 characters, lines ended by {@code \n}
 * @param until when it makes no sense any more and is not sent; null for never
 */
public record Mail(List<String> to, String subject, String text, Instant until) {

    public static final int LONGEST_SUBJECT = 200;
    public static final int LONGEST_TEXT = 100_000;

    public Mail {
        to = List.copyOf(to);
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
    }

    /** To one recipient, for as long as it takes. */
    public static Mail of(String to, String subject, String text) {
        return new Mail(List.of(to), subject, text, null);
    }

    /** The same, not to be sent after this moment. */
    public Mail until(Instant end) {
        return new Mail(to, subject, text, end);
    }
}
