package org.sencrm.core.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorKind;
import org.sencrm.api.signin.FactorListener.Event;
import org.sencrm.api.signin.Factors;
import org.sencrm.api.text.Messages;
import org.sencrm.core.access.Administrators;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.signin.UserDirectory.Account;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;

/** What people do with their second factors, and administrators with those of others. */
@Component(service = Factors.class)
public final class StoredFactors implements Factors {

    private static final int LONGEST_LABEL = 100;
    private static final int MOST_TRIES = 10;
    private static final Duration TO_CONFIRM = Duration.ofHours(1);

    private final Database database;
    private final Access access;
    private final Messages messages;
    private final Faults faults;
    private final Settings settings;
    private final UserDirectory directory;
    private final StoredSignIn signIn;
    private final FactorStore store;
    private final FactorPolicy policy;
    private final FactorResets resets;
    private final Administrators administrators;
    private final AccountMail mail;
    private final SecurityLog log;
    private final Clock clock;

    @Activate
    public StoredFactors(
            @Reference Database database,
            @Reference Access access,
            @Reference Messages messages,
            @Reference Settings settings,
            @Reference UserDirectory directory,
            @Reference StoredSignIn signIn,
            @Reference Administrators administrators,
            @Reference AccountMail mail) {
        this(
                database,
                access,
                messages,
                settings,
                directory,
                signIn,
                administrators,
                mail,
                new SecurityLog(database),
                Clock.systemUTC());
    }

    StoredFactors(
            Database database,
            Access access,
            Messages messages,
            Settings settings,
            UserDirectory directory,
            StoredSignIn signIn,
            Administrators administrators,
            AccountMail mail,
            SecurityLog log,
            Clock clock) {
        this.database = database;
        this.access = access;
        this.messages = messages;
        this.faults = new Faults(messages);
        this.settings = settings;
        this.directory = directory;
        this.signIn = signIn;
        this.store = signIn.secondStep().factors();
        this.policy = signIn.secondStep().policy();
        this.resets = signIn.secondStep().resets();
        this.administrators = administrators;
        this.mail = mail;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public List<String> kinds() {
        return store.kinds().words(false);
    }

    @Override
    public List<Factor> own(Caller caller) {
        faults.requireUnlimited(caller);
        return store.of(caller.userId());
    }

    @Override
    public List<Factor> all(Caller caller, String kind) {
        requireAdministrator(caller);
        return store.ofKind(kind);
    }

    @Override
    public Optional<Instant> dueBy(Caller caller) {
        long user = caller.userId();
        return store.kindsOf(user).isEmpty() && policy.isRequired(user)
                ? Optional.ofNullable(policy.until(user))
                : Optional.empty();
    }

    @Override
    public Begun enrol(Caller caller, String kind, String label) {
        access.requireProof(caller);
        if (!kinds().contains(kind)) {
            throw invalid(caller, "kind", "unknown", "factor.unknownKind");
        }
        String name = label == null || label.isBlank()
                ? messages.text(caller.locale(), "factor.kind." + kind)
                : label.strip();
        if (name.length() > LONGEST_LABEL) {
            throw invalid(caller, "label", "tooLong", "factor.longLabel", LONGEST_LABEL);
        }
        Account account = directory.find(caller.userId());
        FactorKind found =
                store.kinds().find(kind).orElseThrow(() -> invalid(caller, "kind", "unknown", "factor.unknownKind"));
        long id = Ids.next();
        Map<String, Object> told = store.begin(id, caller.userId(), kind, name, enrolment(found, account, kind));
        return new Begun(own(caller, id), told);
    }

    private FactorKind.Enrolment enrolment(FactorKind kind, Account account, String word) {
        return kind.enrol(account.userName(), issuer(), store.states(account.userId(), word));
    }

    @Override
    public List<String> confirm(Caller caller, long id, String answer) {
        faults.requireUnlimited(caller);
        Factor factor = own(caller, id);
        boolean open = !factor.active()
                && factor.createdAt().plus(TO_CONFIRM).isAfter(clock.instant())
                && store.countTry(id, MOST_TRIES);
        if (!open) {
            throw new NotNow(messages.text(caller.locale(), "factor.notToConfirm"));
        }
        List<String> codes = database.write(connection -> {
            if (!store.spend(id, answer)) {
                return null;
            }
            List<String> made = recoveryCodes(caller);
            directory.endSessions(caller.userId());
            note("factor.confirmed", factor, caller);
            return made;
        });
        if (codes == null) {
            String own = "factor.wrong." + factor.kind();
            throw invalid(caller, "code", "wrong", messages.has(caller.locale(), own) ? own : "factor.wrongCode");
        }
        signIn.secondFactorGiven(caller);
        store.kinds().tell(Event.CONFIRMED, own(caller, id), caller);
        return codes;
    }

    /** In the thread's transaction: what stands in for a key that is not at hand, in place of what there was. */
    private List<String> recoveryCodes(Caller caller) {
        String account = directory.find(caller.userId()).userName();
        return store.kinds().words(true).stream()
                .flatMap(word -> store.kinds().find(word).stream()
                        .map(kind -> database.write(connection -> store.replace(
                                connection,
                                caller.userId(),
                                word,
                                messages.text(caller.locale(), "factor.kind." + word),
                                kind.enrol(account, issuer())))))
                .flatMap(told -> told.get("codes") instanceof List<?> codes
                        ? codes.stream().map(String::valueOf)
                        : Stream.empty())
                .toList();
    }

    @Override
    public void remove(Caller caller, long id, char[] password, String answer) {
        faults.requireUnlimited(caller);
        Factor factor = own(caller, id);
        if (factor.active()) {
            prove(caller, password, answer);
            if (!store.hasBeside(factor) && policy.isRequired(caller.userId())) {
                throw new NotNow(messages.text(caller.locale(), "factor.stillNeeded"));
            }
        }
        database.write(connection -> {
            store.remove(factor, caller);
            if (factor.active()) {
                resets.end(factor.user());
                directory.endSessions(factor.user());
                note("factor.removed", factor, caller);
                tellIfLast(factor);
            }
            return null;
        });
    }

    private void prove(Caller caller, char[] password, String answer) {
        if (password != null) {
            signIn.proveAgain(caller, password);
        } else if (answer != null) {
            signIn.answerAgain(caller, null, answer.toCharArray());
        } else if (caller.entry().isSession()) {
            access.requireProof(caller);
        } else {
            throw new Forbidden(messages.text(caller.locale(), "factor.proofNeeded"));
        }
    }

    @Override
    public void revoke(Caller caller, long id) {
        requireAdministrator(caller);
        access.requireProof(caller);
        store.find(id)
                .map(factor -> notOwn(caller, factor))
                .ifPresent(factor -> database.write(connection -> {
                    administrators.lock(); // of two at once the second finds that it takes the last one
                    store.remove(factor, caller);
                    note("factor.revoked", factor, caller);
                    tellIfLast(factor);
                    if (store.kindsOf(factor.user()).isEmpty()) {
                        letInAgain(caller, factor.user(), true);
                    }
                    signIn.endAll(caller, factor.user());
                    return null;
                }));
    }

    /** To be called in the transaction that took the factor away. */
    private void tellIfLast(Factor gone) {
        Account account = directory.find(gone.user());
        if (gone.active() && account != null && store.kindsOf(gone.user()).isEmpty()) {
            mail.lastFactorGone(account);
        }
    }

    private Factor notOwn(Caller caller, Factor factor) {
        refuseOwn(caller, factor.user());
        return factor;
    }

    private void refuseOwn(Caller caller, long userId) {
        if (!caller.isSystem() && caller.userId() == userId) {
            throw new Forbidden(messages.text(caller.locale(), "factor.notOwn"));
        }
    }

    @Override
    public void reset(Caller caller, long userId) {
        requireAdministrator(caller);
        access.requireProof(caller);
        refuseOwn(caller, userId);
        Account account = directory.find(userId);
        if (account == null) {
            throw new NotFound(messages.text(caller.locale(), "user.notFound"));
        }
        database.write(connection -> {
            administrators.lock();
            if (letInAgain(caller, userId, false)) {
                boolean had = !store.kindsOf(userId).isEmpty();
                store.removeAll(userId, caller);
                if (had) {
                    mail.lastFactorGone(account);
                }
                log.done(caller, userId, "factor.allReset");
                signIn.endAll(caller, userId);
            }
            return null;
        });
    }

    @Override
    public boolean isResetAsked(Caller caller, long userId) {
        requireAdministrator(caller);
        return resets.askedBy(userId).isPresent();
    }

    /**
     * Gives a user whose factors are gone, or go now, the days to set one up; where two have to agree and the caller is the
     * first, the wish is written down and the others are told. Only who came in person has a voice: an automation works in the
     * name of its owner, who may know nothing of it. In the thread's transaction, which has locked the administrators.
     *
     * @param taken whether the last factor is gone already
     */
    private boolean letInAgain(Caller caller, long user, boolean taken) {
        Set<Long> deciding = administrators.beside(user);
        if (needsSecond(caller, user, deciding)) {
            Caller asking = inPerson(caller) ? caller : Caller.system();
            resets.ask(user, asking.userId(), taken);
            log.done(caller, user, "factor.resetAsked");
            database.afterCommit(() -> store.kinds().tellResetAsked(user, deciding, asking));
            return false;
        }
        resets.end(user);
        policy.restart(user);
        return true;
    }

    /** @param deciding the administrators who are not the user */
    private boolean needsSecond(Caller caller, long user, Set<Long> deciding) {
        if (caller.isSystem() || deciding.size() < 2 || "false".equals(settings.get(RECOVERY_BY_TWO, ""))) {
            return false;
        }
        return !inPerson(caller)
                || resets.askedBy(user)
                        .filter(first -> first != caller.userId() && deciding.contains(first))
                        .isEmpty();
    }

    private static boolean inPerson(Caller caller) {
        return !caller.entry().equals(Entry.NONE);
    }

    private void requireAdministrator(Caller caller) {
        if (!caller.isSystem() && !access.isAdministrator(caller)) {
            throw new Forbidden(messages.text(caller.locale(), "factor.onlyAdministrators"));
        }
    }

    private Factor own(Caller caller, long id) {
        return store.find(id)
                .filter(factor -> factor.user() == caller.userId())
                .orElseThrow(() -> new NotFound(messages.text(caller.locale(), "factor.notFound")));
    }

    private void note(String event, Factor factor, Caller by) {
        log.done(by, factor.user(), event, "factor", factor.id(), "kind", factor.kind());
    }

    /** By what a person tells this account from those of other companies. */
    private String issuer() {
        String company = settings.get(Settings.COMPANY, "");
        return company.isBlank() ? "Sen CRM" : company;
    }

    private InvalidRecord invalid(Caller caller, String field, String code, String message, Object... arguments) {
        String text = messages.text(caller.locale(), message, arguments);
        return new InvalidRecord(text, List.of(new FieldError(field, code, text)));
    }
}
