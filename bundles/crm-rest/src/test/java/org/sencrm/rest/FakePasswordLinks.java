package org.sencrm.rest;

import java.util.Locale;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.PasswordLinks;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.TooManyTries;

/** One link that works, {@code good}; the name {@code often} asked too often. */
final class FakePasswordLinks implements PasswordLinks {

    @Override
    public boolean isOffered() {
        return true;
    }

    @Override
    public void invite(Caller caller, long userId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forgot(String user, String address, Locale language) {
        if (user.equals("often")) {
            throw new TooManyTries("wait", 15);
        }
    }

    @Override
    public boolean isOpen(String token) {
        return token.equals("good");
    }

    @Override
    public void setPassword(String token, char[] next, Locale language, String through) {
        if (!isOpen(token)) {
            throw new InvalidRequest("dead");
        }
    }
}
