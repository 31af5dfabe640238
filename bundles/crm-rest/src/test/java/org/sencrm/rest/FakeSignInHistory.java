package org.sencrm.rest;

import java.time.Instant;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignInHistory;
import org.sencrm.api.fault.Forbidden;

/** Two entries of the caller; those of all are forbidden. */
final class FakeSignInHistory implements SignInHistory {

    @Override
    public List<Entry> of(Caller caller, long userId, long before, int limit) {
        Instant at = Instant.parse("2026-03-02T08:00:00Z");
        return List.of(
                        new Entry(9, at, userId, "anna", Outcome.SIGNED_IN, "203.0.113.9", "ui"),
                        new Entry(8, at, null, null, Outcome.NAME_LOCKED, null, "rest"))
                .stream()
                .filter(entry -> before == 0 || entry.id() < before)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Entry> all(Caller caller, long before, int limit) {
        throw new Forbidden("no");
    }
}
