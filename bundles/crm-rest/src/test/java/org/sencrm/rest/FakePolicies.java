package org.sencrm.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.privacy.Policies;
import org.sencrm.api.record.Reference;

/** One policy at most, in memory. */
final class FakePolicies implements Policies {

    final List<Due> due = new ArrayList<>();

    void ask() {
        due.add(new Due(7, 5, "Data", 2, LocalDate.of(2030, 1, 2), "en", "Keep it here.", "abc"));
    }

    @Override
    public boolean isHeldUp(Caller caller) {
        return !due.isEmpty();
    }

    @Override
    public boolean isHeldUp(Caller caller, String token) {
        return isHeldUp(caller);
    }

    @Override
    public List<Due> due(Caller caller) {
        return List.copyOf(due);
    }

    @Override
    public void accept(Caller caller, long version, String digest) {
        if (!due.removeIf(one -> one.version() == version && one.digest().equals(digest))) {
            throw new NotNow("not this text");
        }
    }

    @Override
    public List<Reference> missing(Caller caller, long policy) {
        return List.of();
    }
}
