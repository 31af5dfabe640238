package org.sencrm.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.UserSessions;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;

/** One session, of the caller. */
final class FakeUserSessions implements UserSessions {

    @Override
    public long begin(Caller caller, String address, String agent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen(long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void used(long id, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void over(long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Duration idle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Session> list(Caller caller, long userId) {
        if (userId != caller.userId()) {
            throw new Forbidden("no");
        }
        Instant at = Instant.parse("2026-03-02T08:00:00Z");
        return List.of(new Session(5, null, "Firefox · Linux", at, at));
    }

    @Override
    public void end(Caller caller, long id) {
        if (id != 5) {
            throw new NotFound("no");
        }
    }
}
