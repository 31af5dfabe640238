package org.sencrm.core.signin;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignInHistory.Outcome;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.core.audit.AuditLog;
import org.sencrm.core.store.Database;
import org.sencrm.core.value.Digest;
import org.slf4j.LoggerFactory;

/**
 * The security log: one line for each sign-in, lock, token and password; sign-ins and tries stand in a table too, for people
 * to read, and everything in the audit trail. What changes something is told once it is
 * committed, a refusal at once. It names users by id, never
 * by what somebody typed, of which it shows the beginning of a digest: people type passwords into the wrong field. A try
 * against a lock is not told again, so that nobody can push the log away by trying.
 */
final class SecurityLog {

    /** The distribution writes this logger to {@code security.log}. */
    static final String NAME = "org.sencrm.security";

    private static final int DIGITS = 8;
    private static final int LONGEST = 60;

    private final Database database;
    private final Consumer<String> lines;
    private final SignInTable history;
    private final AuditLog audit;

    SecurityLog(Database database) {
        this(database, LoggerFactory.getLogger(NAME)::info, Clock.systemUTC());
    }

    SecurityLog(Database database, Consumer<String> lines, Clock clock) {
        this.database = database;
        this.lines = lines;
        this.history = new SignInTable(database, clock);
        this.audit = new AuditLog(database, clock);
    }

    /** @param through the channel: {@code ui}, {@code rest} … */
    void signedIn(long user, String address, String through) {
        lines.accept(line("signIn.succeeded", "user", user, "address", address, "channel", through));
        audit.note(user, address, through, about(user, "signIn.succeeded"));
        history.insert(user, Outcome.SIGNED_IN, address, through);
    }

    /**
     * @param user null where nobody has this name
     * @param address null where somebody who is signed in already was to prove it again
     */
    void refused(Long user, String typed, String address, String through) {
        lines.accept(line("signIn.refused", who(user), subject(user, typed), "address", address, "channel", through));
        audit.note(null, address, through, about(user, "signIn.refused"));
        history.insert(user, Outcome.REFUSED, address, through);
    }

    /** The password was right and the answer of the second factor was not. */
    void codeRefused(long user, String kind, String address, String through) {
        lines.accept(
                line("signIn.secondFactorRefused", "user", user, "kind", kind, "address", address, "channel", through));
        audit.note(null, address, through, about(user, "signIn.secondFactorRefused"));
        history.insert(user, Outcome.CODE_REFUSED, address, through);
    }

    /** Name and password were right, and the address is none from which the user may work. */
    void addressRefused(long user, String address, String through) {
        lines.accept(line("signIn.addressRefused", "user", user, "address", address, "channel", through));
        audit.note(null, address, through, about(user, "signIn.addressRefused"));
        history.insert(user, Outcome.ADDRESS_REFUSED, address, through);
    }

    /** What was tried is locked from now on. */
    void locked(TryLimits.Kind what, Long user, String typed, String address, String through) {
        boolean name = what == TryLimits.Kind.NAME;
        String event = name ? "signIn.nameLocked" : "signIn.addressLocked";
        lines.accept(line(event, who(user), subject(user, typed), "address", address, "channel", through));
        audit.note(null, address, through, about(user, event));
        history.insert(user, name ? Outcome.NAME_LOCKED : Outcome.ADDRESS_LOCKED, address, through);
    }

    void passwordSet(Caller by, long user) {
        done(by, user, "password.set");
    }

    /** @param kind {@code invite} or {@code reset} */
    void linkSent(Caller by, long user, String kind) {
        done(by, user, "password.linkSent", "kind", kind);
    }

    void sessionEnded(Caller by, long user, long session) {
        done(by, user, "session.ended", "session", session);
    }

    void tokenIssued(Caller by, long user, long token) {
        done(by, user, "token.issued", "token", token);
    }

    void tokenRevoked(Caller by, long user, long token) {
        done(by, user, "token.revoked", "token", token);
    }

    /** As a new password does. */
    void allTokensRevoked(Caller by, long user) {
        done(by, user, "token.allRevoked");
    }

    /** Somebody did something to a user, which is told once the thread's transaction is committed. @param more in turn */
    void done(Caller by, long user, String event, Object... more) {
        List<Object> parts = new ArrayList<>(List.of("user", user));
        parts.addAll(List.of(more));
        parts.addAll(List.of("by", by.userId(), "channel", by.through()));
        String line = line(event, parts.toArray());
        database.afterCommit(() -> lines.accept(line));
        AuditEvent told = about(user, event);
        for (int i = 0; i < more.length; i += 2) {
            told = told.with(String.valueOf(more[i]), String.valueOf(more[i + 1]));
        }
        audit.note(by, told);
    }

    /** A user, whose password was right, came that far. */
    void reached(long user, String event, String address, String through) {
        lines.accept(line(event, "user", user, "address", address, "channel", through));
        audit.note(user, address, through, about(user, event));
    }

    /** @param user null where nobody has the name */
    private static AuditEvent about(Long user, String event) {
        AuditEvent told = AuditEvent.of(event);
        return user == null ? told : told.on("users", user);
    }

    private static String who(Long user) {
        return user == null ? "name" : "user";
    }

    private static Object subject(Long user, String typed) {
        return user == null ? "sha256:" + Digest.sha256(typed).substring(0, DIGITS) : user;
    }

    private static String line(String event, Object... namesAndValues) {
        StringBuilder line = new StringBuilder(event);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            line.append(' ').append(namesAndValues[i]).append('=').append(harmless(namesAndValues[i + 1]));
        }
        return line.toString();
    }

    /** One word that begins no new line and no new value. */
    private static String harmless(Object value) {
        if (value == null || value.toString().isEmpty()) {
            return "-";
        }
        StringBuilder word = new StringBuilder();
        value.toString().codePoints().limit(LONGEST).forEach(sign -> {
            if (sign > ' ' && sign < 0x7f && sign != '=' && sign != '\\') {
                word.appendCodePoint(sign);
            } else {
                word.append(String.format("\\u{%x}", sign));
            }
        });
        return word.toString();
    }
}
