package org.sencrm.core.signin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.access.Scopes;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.RecentProofs;
import org.sencrm.core.hardening.SelfCheck;
import org.sencrm.core.signin.UserDirectory.Account;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/** Sign-in by password and by token against the product's own users. */
@Component(
        service = {SignIn.class, StoredSignIn.class},
        immediate = true)
public final class StoredSignIn implements SignIn {

    private static final List<String> TRACES =
            List.of("CORE_SIGN_IN", "CORE_USER_SESSION", "CORE_PASSWORD_LINK", "CORE_OUTSIDE_LINK");
    private static final int DEFAULT_TOKEN_DAYS = 365;
    private static final int MAX_TOKEN_DAYS = 3650;
    private static final int MAX_LABEL = 200;
    private static final int MAX_SCOPES = 4000;

    private final Database database;
    private final Access access;
    private final Messages messages;
    private final Settings settings;
    private final Faults faults;
    private final NewCallers callers;
    private final UserDirectory directory;
    private final PasswordRules rules = new PasswordRules();
    private final Passwords passwords;
    private final ApiTokens tokens;
    private final TryLimits limits;
    private final AccountMail mail;
    private final SecurityLog log;
    private final PasswordStep passwordStep;
    private final OutsideStep outsideStep;
    private final SecondStep secondStep;
    private final FirstStart firstStart;
    private final RecentProofs proofs;
    private final WeakTokens weakTokens;

    @Activate
    public StoredSignIn(
            BundleContext context,
            @Reference SelfCheck selfCheck,
            @Reference Database database,
            @Reference Access access,
            @Reference Messages messages,
            @Reference Settings settings,
            @Reference UserDirectory directory,
            @Reference FactorStore factors,
            @Reference RecentProofs proofs,
            @Reference PasswordSources sources,
            @Reference OutsideUsers outside,
            @Reference AccountMail mail) {
        this(
                database,
                access,
                messages,
                settings,
                directory,
                factors,
                proofs,
                sources,
                outside,
                mail,
                new SecurityLog(database),
                new Argon2id(),
                Clock.systemUTC(),
                home(context));
        selfCheck.requirePassed();
        firstStart.run(FirstStart.given());
    }

    StoredSignIn(
            Database database,
            Access access,
            Messages messages,
            Settings settings,
            UserDirectory directory,
            FactorStore factors,
            RecentProofs proofs,
            PasswordSources sources,
            OutsideUsers outside,
            AccountMail mail,
            SecurityLog log,
            Hashing hashing,
            Clock clock,
            Path home) {
        this.database = database;
        this.access = access;
        this.messages = messages;
        this.settings = settings;
        this.faults = new Faults(messages);
        this.callers = new NewCallers(settings);
        this.directory = directory;
        this.proofs = proofs;
        this.passwords = new Passwords(database, hashing, clock);
        this.tokens = new ApiTokens(database, clock);
        this.limits = new TryLimits(database, clock);
        this.mail = mail;
        this.log = log;
        OutsideEntry entry = new OutsideEntry(directory, outside, log);
        this.passwordStep = new PasswordStep(directory, passwords, sources, entry, limits, log, messages, callers);
        this.outsideStep = new OutsideStep(directory, passwordStep, entry, limits, log, messages, callers);
        this.secondStep = new SecondStep(
                factors,
                new FactorPolicy(database, settings, clock),
                new FactorResets(database, clock),
                new Challenges(database, clock),
                new LocalRecovery(home, clock),
                messages,
                log,
                clock);
        this.weakTokens = new WeakTokens(secondStep, clock);
        this.firstStart = new FirstStart(database, directory, passwords, tokens, rules, log, settings, clock, home);
    }

    private static Path home(BundleContext context) {
        String home = context.getProperty("sencrm.home");
        if (home == null) {
            throw new IllegalStateException("the property sencrm.home names no folder");
        }
        return Path.of(home);
    }

    FirstStart firstStart() {
        return firstStart;
    }

    @Override
    public Caller signIn(String userName, char[] password, String address, String through) {
        try {
            String from = address == null ? "" : address;
            String name = UserDirectory.normal(userName);
            String counted = passwordStep.counted(name);
            Account account = passwordStep.prove(name, counted, password, from, through);
            try {
                secondStep.pass(account, callers.language(), from, through);
            } catch (SecondFactorRequired due) {
                limits.takeBack(counted, from);
                throw due;
            }
            return signedIn(account, counted, from, through, false);
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    /**
     * Lets in whom an outside provider vouches for.
     *
     * @param judge asks the provider
     * @param provider its id
     */
    Caller arrive(Supplier<Optional<OutsideIdentity>> judge, String provider, String address, String through) {
        String from = address == null ? "" : address;
        Account account = outsideStep.prove(judge, provider, from, through);
        limits.takeBack(null, from);
        secondStep.pass(account, callers.language(), from, through);
        return welcome(account, from, through, false);
    }

    @Override
    public Caller answer(String challenge, String kind, String answer, String address, String through) {
        Long user = secondStep.userOf(challenge);
        Account account = user == null ? null : directory.find(user);
        String from = address == null ? "" : address;
        if (account == null || !account.active() || !directory.allows(user, from)) {
            throw new NotSignedIn(messages.text(callers.language(), "factor.refused"));
        }
        TryLimits.Try begun = passwordStep.begin(account.userName(), from);
        try {
            secondStep.answer(account, challenge, kind, answer, callers.language());
        } catch (NotSignedIn refused) {
            log.codeRefused(user, kind, from, through);
            begun.locks().forEach(what -> log.locked(what, user, account.userName(), from, through));
            throw refused;
        }
        return signedIn(account, account.userName(), from, through, true);
    }

    /** What was guessed with a name that could be somebody else's as well is not forgiven: this one may have been guessing. */
    private void forgive(Account account, String counted, String address) {
        limits.takeBack(counted, address);
        Stream.of(account.userName(), account.outsideName())
                .filter(Objects::nonNull)
                .filter(limits::isBlamed)
                .filter(name -> !directory.isLikeAnother(name, account.userId()))
                .forEach(limits::forgive);
    }

    private Caller signedIn(Account account, String counted, String address, String through, boolean secondFactor) {
        forgive(account, counted, address);
        Caller caller = welcome(account, address, through, secondFactor);
        if (account.userId() == FirstStart.ADMINISTRATOR) {
            firstStart.signedIn(caller);
        }
        return caller;
    }

    private Caller welcome(Account account, String address, String through, boolean secondFactor) {
        log.signedIn(account.userId(), address, through);
        return callers.of(account.userId(), through)
                .entered(new Entry(0, account.epoch(), address, Scopes.ALL, secondFactor));
    }

    @Override
    public void setPassword(Caller caller, long userId, char[] current, char[] next) {
        try {
            Account account = directory.find(userId);
            check(caller, userId, account, current);
            checkRules(caller, account, next);
            database.write(connection -> {
                passwords.store(userId, next);
                tokens.revokeAll(userId);
                directory.endSessions(userId);
                log.passwordSet(caller, userId);
                log.allTokensRevoked(caller, userId);
                mail.passwordChanged(account);
                if (userId == FirstStart.ADMINISTRATOR) {
                    firstStart.passwordChanged(connection, callers.of(userId, caller.through()), caller);
                }
                return null;
            });
        } finally {
            wipe(current);
            wipe(next);
        }
    }

    @Override
    public boolean isPasswordOneTime(Caller caller) {
        return firstStart.isOneTime(caller);
    }

    @Override
    public IssuedToken issueToken(Caller caller, String label, Integer expiresInDays, List<String> scopes) {
        access.requireProof(caller);
        int days = expiresInDays == null ? DEFAULT_TOKEN_DAYS : expiresInDays;
        if (days < 1 || days > MAX_TOKEN_DAYS) {
            throw new InvalidRequest(messages.text(caller.locale(), "token.badLifetime", MAX_TOKEN_DAYS));
        }
        String name = label == null || label.isBlank() ? "API" : label.strip();
        if (name.length() > MAX_LABEL) {
            throw new InvalidRequest(messages.text(caller.locale(), "token.longLabel", MAX_LABEL));
        }
        IssuedToken issued = tokens.issue(
                caller.userId(), name, Duration.ofDays(days), scopes(caller, scopes), proofs.hadSecondFactor(caller));
        log.tokenIssued(caller, caller.userId(), issued.id());
        return issued;
    }

    private Scopes scopes(Caller caller, List<String> texts) {
        if (String.join(" ", texts).length() > MAX_SCOPES) {
            throw new InvalidRequest(messages.text(caller.locale(), "token.longScopes", MAX_SCOPES));
        }
        try {
            return Scopes.of(texts);
        } catch (IllegalArgumentException strange) {
            throw new InvalidRequest(messages.text(caller.locale(), "token.badScope", strange.getMessage()));
        }
    }

    @Override
    public List<Token> tokens(Caller caller, long userId) {
        faults.requireUnlimited(caller);
        if (caller.userId() != userId && !isAdministrator(caller)) {
            throw new Forbidden(messages.text(caller.locale(), "token.forbidden"));
        }
        return tokens.of(userId);
    }

    @Override
    public void revokeToken(Caller caller, long id) {
        faults.requireUnlimited(caller);
        Long user = tokens.userOf(id);
        boolean own = user != null && user == caller.userId();
        if (user == null || !own && !isAdministrator(caller)) {
            throw tokenNotFound(caller);
        }
        if (!own) {
            access.requireProof(caller);
        }
        if (!tokens.revoke(id)) {
            throw tokenNotFound(caller);
        }
        log.tokenRevoked(caller, user, id);
    }

    private NotFound tokenNotFound(Caller caller) {
        return new NotFound(messages.text(caller.locale(), "token.notFound"));
    }

    @Override
    public Caller byToken(String secret, String through) {
        return byToken(secret, user -> true, through);
    }

    @Override
    public Caller byToken(String secret, String address, String through) {
        return byToken(secret, user -> isAllowedFrom(user, address), through);
    }

    private Caller byToken(String secret, LongPredicate mayComeIn, String through) {
        ApiTokens.Working token = tokens.working(secret);
        if (token == null || !isActive(token.userId()) || !mayComeIn.test(token.userId())) {
            return null;
        }
        if (!token.secondFactor() && weakTokens.areRefused(token.userId())) {
            throw new SecondFactorRequired(messages.text(callers.language(), "token.secondFactorDue"), null, List.of());
        }
        return callers.of(token.userId(), through).entered(new Entry(0, 0, null, token.scopes(), token.secondFactor()));
    }

    @Override
    public boolean isActive(long userId) {
        return directory.isActive(userId);
    }

    @Override
    public boolean isAllowedFrom(long userId, String address) {
        return directory.allows(userId, address);
    }

    @Override
    public long epoch(long userId) {
        return directory.epoch(userId);
    }

    /** Takes back the API tokens of a user who may not work here any more. */
    void revokeTokens(long userId) {
        tokens.revokeAll(userId);
    }

    /** Takes away all by which a user could sign in, who is gone for good, and where that was done. */
    void forget(long userId) {
        passwords.forget(userId);
        tokens.revokeAll(userId);
        secondStep.forget(userId);
        for (String table : TRACES) {
            database.write(Sql.of("delete from " + table + " where USER_ID = ?", userId)::execute);
        }
    }

    /** Lets through somebody who is signed in already and gives the own password again. */
    void proveAgain(Caller caller, char[] password) {
        try {
            faults.requireUnlimited(caller);
            Account account = directory.find(caller.userId());
            passwordStep.proveAgain(account, password, caller.through());
            provedAgain(caller, account);
        } finally {
            wipe(password);
        }
    }

    private void provedAgain(Caller caller, Account account) {
        forgive(account, account.userName(), null);
        if (caller.entry().isSession()) {
            proofs.noted(caller.entry().session());
        }
    }

    /** As above, with an answer of one of the own second factors; of any kind for null. */
    void answerAgain(Caller caller, String kind, char[] answer) {
        faults.requireUnlimited(caller);
        Account account = directory.find(caller.userId());
        TryLimits.Try begun = passwordStep.begin(account.userName(), null);
        if (secondStep
                .factors()
                .answer(caller.userId(), kind, new String(answer))
                .isEmpty()) {
            log.codeRefused(caller.userId(), kind, null, caller.through());
            begun.locks()
                    .forEach(what -> log.locked(what, caller.userId(), account.userName(), null, caller.through()));
            throw new NotSignedIn(messages.text(caller.locale(), "factor.refused"));
        }
        provedAgain(caller, account);
        secondFactorGiven(caller);
    }

    /** The caller gave a right answer of a second factor, also of one that was just set up. */
    void secondFactorGiven(Caller caller) {
        if (caller.entry().isSession()) {
            proofs.secondFactorGiven(caller.entry().session());
        }
    }

    /** Ends all that a user's lost key opened: sessions and tokens, of which the local one is made anew. */
    void endAll(Caller by, long userId) {
        database.write(connection -> {
            tokens.revokeAll(userId);
            directory.endSessions(userId);
            log.allTokensRevoked(by, userId);
            if (userId == FirstStart.ADMINISTRATOR) {
                firstStart.renewToken(connection, by);
            }
            return null;
        });
    }

    SecondStep secondStep() {
        return secondStep;
    }

    /** Lets through an administrator, or the user who proves to be the one. */
    private void check(Caller caller, long userId, Account account, char[] current) {
        boolean administrator = isAdministrator(caller);
        boolean own = caller.userId() == userId;
        if (!administrator && !own) {
            throw new Forbidden(messages.text(caller.locale(), "password.forbidden"));
        }
        if (account == null) {
            throw new NotFound(messages.text(caller.locale(), "user.notFound"));
        }
        if (!administrator && account.isKeptOutside()) {
            throw new Forbidden(messages.text(caller.locale(), "password.keptOutside"));
        }
        if (current != null && own) {
            proveAgain(caller, current);
        } else if (administrator) {
            access.requireProof(caller);
        } else {
            throw new Forbidden(messages.text(caller.locale(), "password.currentNeeded"));
        }
    }

    private boolean isAdministrator(Caller caller) {
        return caller.isSystem() || access.isAdministrator(caller);
    }

    private void checkRules(Caller caller, Account account, char[] next) {
        List<String> names = directory.namesOf(account);
        rules.weakness(next, names, settings.get(Settings.COMPANY, "")).ifPresent(weakness -> {
            String message = messages.text(
                    caller.locale(), weakness.message(), PasswordRules.MIN_LENGTH, PasswordRules.MAX_LENGTH);
            throw new InvalidRecord(message, List.of(new FieldError("password", weakness.code(), message)));
        });
    }

    private static void wipe(char[] password) {
        if (password != null) {
            Arrays.fill(password, ' ');
        }
    }
}
