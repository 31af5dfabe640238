package org.sencrm.core.signin;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Scopes;
import org.sencrm.api.access.SignIn.IssuedToken;
import org.sencrm.api.setting.Settings;
import org.sencrm.core.secret.HomeFile;
import org.sencrm.core.signin.ApiTokens.Working;
import org.sencrm.core.signin.UserDirectory.Account;
import org.sencrm.core.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the first administrator in. At the first start it gets a password: the one in the file {@code first-password} of the
 * home, which goes as soon as it is stored, or in the environment's {@code CRM_ADMIN_PASSWORD}, or a random one. The random
 * one lies in {@code one-time-password}, where the launcher reads it, until somebody has signed in with it, who is then
 * asked for another. The launcher finds a token of the administrator in the file {@code token}. All files are for the
 * product's own account only.
 */
final class FirstStart {

    /** Id of the user {@code admin} that the changelog creates. */
    static final long ADMINISTRATOR = 1;

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String VARIABLE = "CRM_ADMIN_PASSWORD";
    private static final String TOKEN_LABEL = "local";
    private static final Duration TOKEN_LIFETIME = Duration.ofDays(90);
    /** What a start leaves at least, so that the token outlives a long run. */
    private static final Duration TOKEN_LEAST = Duration.ofDays(60);
    /** The administrator's own setting while the password is the random one. */
    private static final String ONE_TIME = "password.onetime";

    private final Database database;
    private final UserDirectory directory;
    private final Passwords passwords;
    private final ApiTokens tokens;
    private final PasswordRules rules;
    private final SecurityLog log;
    private final Settings settings;
    private final Clock clock;
    private final HomeFile givenFile;
    private final HomeFile oneTimeFile;
    private final HomeFile tokenFile;

    FirstStart(
            Database database,
            UserDirectory directory,
            Passwords passwords,
            ApiTokens tokens,
            PasswordRules rules,
            SecurityLog log,
            Settings settings,
            Clock clock,
            Path home) {
        this.database = database;
        this.directory = directory;
        this.passwords = passwords;
        this.tokens = tokens;
        this.rules = rules;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
        this.givenFile = new HomeFile(home.resolve("first-password"));
        this.oneTimeFile = new HomeFile(home.resolve("one-time-password"));
        this.tokenFile = new HomeFile(home.resolve("token"));
    }

    /** @param given the password of the environment; null for none */
    void run(String given) {
        Account administrator = directory.find(ADMINISTRATOR);
        if (administrator == null) {
            LOG.info("The first administrator is gone: no local token is issued");
            return;
        }
        if (passwords.isEmpty()) {
            setFirstPassword(administrator, given);
        }
        givenFile.delete();
        keepToken();
    }

    /** A new token where the one in the file does not work, ends too soon or too late, or is of an older release. */
    private void keepToken() {
        Working token = tokens.working(tokenFile.read());
        boolean known = token != null && token.userId() == ADMINISTRATOR;
        if (known && token.secondFactor()) {
            Duration left = Duration.between(clock.instant(), token.expiresAt());
            if (left.compareTo(TOKEN_LEAST) >= 0 && left.compareTo(TOKEN_LIFETIME) <= 0) {
                return;
            }
        }
        database.write(connection -> {
            if (known) {
                tokens.revoke(token.id());
                log.tokenRevoked(Caller.system(), ADMINISTRATOR, token.id());
            }
            renewToken(connection, Caller.system());
            return null;
        });
    }

    static String given() {
        return System.getenv(VARIABLE);
    }

    /** The random password has done its work: nobody needs to read it again, and its owner is asked for another. */
    void signedIn(Caller administrator) {
        if (oneTimeFile.exists()) {
            settings.setOwn(administrator, ONE_TIME, "true");
            oneTimeFile.delete();
        }
    }

    /** Whether the caller still has the random password. */
    boolean isOneTime(Caller caller) {
        return caller.userId() == ADMINISTRATOR && settings.own(caller, ONE_TIME, null) != null;
    }

    /**
     * To be called in the transaction that changes the first administrator's password.
     *
     * @param by who changed it
     */
    void passwordChanged(Connection connection, Caller administrator, Caller by) throws SQLException {
        renewToken(connection, by);
        settings.setOwn(administrator, ONE_TIME, null);
        database.afterCommit(oneTimeFile::delete);
    }

    private void setFirstPassword(Account administrator, String given) {
        String inFile = givenFile.read();
        char[] password;
        if (inFile != null && !inFile.isEmpty()) {
            password = inFile.toCharArray();
        } else if (given != null && !given.isBlank()) {
            password = given.strip().toCharArray();
        } else {
            password = RandomPassword.next();
            // before the commit: a password that nobody can read would lock everybody out
            oneTimeFile.write(new String(password));
        }
        try {
            rules.weakness(password, directory.namesOf(administrator), settings.get(Settings.COMPANY, ""))
                    .ifPresent(weakness -> LOG.warn("The first password that was given is weak: {}", weakness));
            passwords.store(ADMINISTRATOR, password);
            log.passwordSet(Caller.system(), ADMINISTRATOR);
        } finally {
            Arrays.fill(password, ' ');
        }
        LOG.info("User {} can sign in for the first time", ADMINISTRATOR);
    }

    /**
     * To be called in the transaction that took the old one back. The token counts as made with a second factor: whoever reads
     * the file works on the machine itself.
     */
    void renewToken(Connection connection, Caller by) throws SQLException {
        IssuedToken token = tokens.issue(connection, ADMINISTRATOR, TOKEN_LABEL, TOKEN_LIFETIME, Scopes.ALL, true);
        log.tokenIssued(by, ADMINISTRATOR, token.id());
        database.afterCommit(() -> tokenFile.write(token.secret()));
    }
}
