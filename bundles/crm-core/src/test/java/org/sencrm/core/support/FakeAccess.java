package org.sencrm.core.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.core.gate.RecentProofs;

/** Rights of a test: the users named are administrators, everybody else may nothing. */
public final class FakeAccess implements Access {

    private final List<Long> administrators;
    private RecentProofs proofs;

    public FakeAccess(Long... administrators) {
        this.administrators = new ArrayList<>(List.of(administrators));
    }

    /** From now on these are administrators too. */
    public void administrators(Long... more) {
        administrators.addAll(List.of(more));
    }

    /** With proofs that count; without it everybody has proved everything. */
    public FakeAccess asking(RecentProofs recent) {
        proofs = recent;
        return this;
    }

    @Override
    public boolean isProven(Caller caller) {
        return proofs == null || proofs.isRecent(caller);
    }

    @Override
    public void requireProof(Caller caller) {
        if (proofs != null) {
            proofs.require(caller);
        }
    }

    @Override
    public boolean may(Caller caller, Right right, String type) {
        return isAdministrator(caller);
    }

    @Override
    public boolean mayUpdate(Caller caller, String type, long id) {
        return isAdministrator(caller);
    }

    @Override
    public Set<String> hiddenFields(Caller caller, String type) {
        return Set.of();
    }

    @Override
    public boolean isAdministrator(Caller caller) {
        return administrators.contains(caller.userId());
    }

    @Override
    public Profile profile(Caller caller) {
        return new Profile(caller.userId(), "", "", "", isAdministrator(caller), List.of(), List.of(), Map.of());
    }
}
