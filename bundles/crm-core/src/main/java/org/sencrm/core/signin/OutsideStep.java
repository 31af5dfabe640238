package org.sencrm.core.signin;

import java.util.Optional;
import java.util.function.Supplier;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.api.signin.SignInUnfinished;
import org.sencrm.api.text.Messages;
import org.sencrm.core.signin.UserDirectory.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first step of a sign-in where a provider outside says who it is. Tries count for the address alone: nobody guesses a
 * password here, and whoever guesses somebody's elsewhere does not keep that one out of this way in.
 */
final class OutsideStep {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideStep.class);

    private final UserDirectory directory;
    private final PasswordStep passwords;
    private final OutsideEntry outside;
    private final TryLimits limits;
    private final SecurityLog log;
    private final Messages messages;
    private final NewCallers callers;

    OutsideStep(
            UserDirectory directory,
            PasswordStep passwords,
            OutsideEntry outside,
            TryLimits limits,
            SecurityLog log,
            Messages messages,
            NewCallers callers) {
        this.directory = directory;
        this.passwords = passwords;
        this.outside = outside;
        this.limits = limits;
        this.log = log;
        this.messages = messages;
        this.callers = callers;
    }

    /** @param judge asks the provider; empty for nobody */
    Account prove(Supplier<Optional<OutsideIdentity>> judge, String provider, String address, String through) {
        TryLimits.Try begun = passwords.begin(null, address);
        Account account = asked(judge, address)
                .map(who -> outside.find(who, null, address, through))
                .orElse(null);
        Long user = account == null ? null : account.userId();
        boolean right = account != null && account.active();
        if (right && directory.allows(user, address)) {
            return account;
        }
        if (right) {
            log.addressRefused(user, address, through);
        } else {
            log.refused(user, provider, address, through);
        }
        begun.locks().forEach(what -> log.locked(what, user, provider, address, through));
        throw new NotSignedIn(messages.text(callers.language(), "signIn.outsideRefused"));
    }

    /** A provider that is away, or somebody who gives up there, is nobody's guess. */
    private Optional<OutsideIdentity> asked(Supplier<Optional<OutsideIdentity>> judge, String address) {
        try {
            return judge.get();
        } catch (Unavailable away) {
            LOG.warn("A provider cannot be asked: {}", away.getMessage());
            limits.takeBack(null, address);
            throw new Unavailable(messages.text(callers.language(), "signIn.outsideAway"));
        } catch (SignInUnfinished unfinished) {
            limits.takeBack(null, address);
            throw unfinished;
        }
    }
}
