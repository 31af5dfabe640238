package org.sencrm.core.signin;

import java.util.Optional;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.api.text.Messages;
import org.sencrm.core.signin.UserDirectory.Account;

/**
 * The first step of a sign-in: name and password, judged by the product itself, and by the outside directories where it does
 * not find them right. So a directory that is away keeps nobody out who has a password here, and hears none of those. Same
 * text, same work and same time whether the name is unknown or the password is wrong.
 */
final class PasswordStep {

    private static final int CROWDED_SECONDS = 5;

    private final UserDirectory directory;
    private final Passwords passwords;
    private final PasswordSources sources;
    private final OutsideEntry outside;
    private final TryLimits limits;
    private final SecurityLog log;
    private final Messages messages;
    private final NewCallers callers;

    PasswordStep(
            UserDirectory directory,
            Passwords passwords,
            PasswordSources sources,
            OutsideEntry outside,
            TryLimits limits,
            SecurityLog log,
            Messages messages,
            NewCallers callers) {
        this.directory = directory;
        this.passwords = passwords;
        this.sources = sources;
        this.outside = outside;
        this.limits = limits;
        this.log = log;
        this.messages = messages;
        this.callers = callers;
    }

    /** The name on which tries with the given one are counted, as a directory may know a person by several. */
    String counted(String name) {
        return sources.isEmpty() ? name : directory.nameBehind(name);
    }

    /** Counts a try as {@link TryLimits#begin} does. */
    TryLimits.Try begin(String counted, String address) {
        TryLimits.Try begun = limits.begin(counted, address);
        if (begun.lockedFor() > 0) {
            long seconds = begun.lockedFor();
            throw new TooManyTries(messages.text(callers.language(), "signIn.locked", seconds), seconds);
        }
        return begun;
    }

    /**
     * @param name as stored; that of the product or of a directory
     * @param counted see {@link #counted}
     */
    Account prove(String name, String counted, char[] password, String address, String through) {
        refuseWhileCrowded();
        TryLimits.Try begun = begin(counted, address);
        Account named = directory.find(name);
        Account right = isOwn(named, password)
                ? named
                : vouchedFor(new Asked(named, name, name, address, through), password, begun);
        Account asked = right == null ? named : right;
        boolean welcome = directory.allows(asked == null ? 0 : asked.userId(), address);
        if (right == null || !welcome) {
            Long user = asked == null ? null : asked.userId();
            if (right != null) {
                log.addressRefused(user, address, through);
            } else {
                log.refused(user, name, address, through);
            }
            throw refused(begun, user, name, address, through);
        }
        return right;
    }

    /** Lets through somebody who is signed in already. */
    void proveAgain(Account account, char[] password, String through) {
        refuseWhileCrowded();
        String name = account.userName();
        TryLimits.Try begun = begin(name, null);
        if (isOwn(account, password)) {
            return;
        }
        Asked again = new Asked(account, name, account.outsideName(), null, through);
        Account vouched = again.outsideName == null ? null : vouchedFor(again, password, begun);
        if (vouched == null || vouched.userId() != account.userId()) {
            log.refused(account.userId(), name, null, through);
            throw refused(begun, account.userId(), name, null, through);
        }
    }

    /** Whoever is sent away so counts as no try, as nothing was looked at, and learns nothing about any name. */
    private void refuseWhileCrowded() {
        if (passwords.isCrowded()) {
            throw new TooManyTries(
                    messages.text(callers.language(), "signIn.crowded", CROWDED_SECONDS), CROWDED_SECONDS);
        }
    }

    private NotSignedIn refused(TryLimits.Try begun, Long user, String name, String address, String through) {
        begun.locks().forEach(what -> log.locked(what, user, name, address, through));
        return new NotSignedIn(messages.text(callers.language(), "signIn.refused"));
    }

    private boolean isOwn(Account account, char[] password) {
        if (!passwords.fits(account, password) || isOvertaken(account)) {
            return false;
        }
        passwords.renew(account, password);
        return true;
    }

    /** While the password was checked, which takes a while, somebody gave the user another one. */
    private boolean isOvertaken(Account account) {
        Account now = directory.find(account.userId());
        return now == null || now.epoch() != account.epoch();
    }

    /** The active user for whom a directory vouches; null for none. */
    private Account vouchedFor(Asked asked, char[] password, TryLimits.Try begun) {
        Optional<OutsideIdentity> who;
        try {
            who = sources.judge(asked.outsideName, password);
        } catch (Unavailable away) {
            Long user = asked.named == null ? null : asked.named.userId();
            log.refused(user, asked.name, asked.address, asked.through);
            begun.locks().forEach(what -> log.locked(what, user, asked.name, asked.address, asked.through));
            throw new Unavailable(messages.text(callers.language(), "signIn.directoryAway"));
        }
        Account account = who.map(one -> outside.find(one, asked.outsideName, asked.address, asked.through))
                .orElse(null);
        return account != null && account.active() ? account : null;
    }

    /**
     * What the directories are asked for.
     *
     * @param named the user whose name was typed, or who is signed in; null for nobody
     * @param name that counts for the lock
     * @param outsideName that the directories know
     * @param address null where somebody who is signed in proves it again
     */
    private record Asked(Account named, String name, String outsideName, String address, String through) {}
}
