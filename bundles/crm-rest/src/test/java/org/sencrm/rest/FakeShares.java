package org.sencrm.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Explanation;
import org.sencrm.api.access.Explanation.Because;
import org.sencrm.api.access.Explanation.Why;
import org.sencrm.api.access.Explanations;
import org.sencrm.api.access.Right;
import org.sencrm.api.access.Share;
import org.sencrm.api.access.Shares;
import org.sencrm.api.access.TypeRights;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Reference;

/** Shares in memory, of the accounts 1 (to be shared) and 2 (not). */
final class FakeShares implements Shares, Explanations {

    private final List<Share> shares = new ArrayList<>();

    @Override
    public boolean mayShare(Caller caller, String type, long record) {
        return record == 1;
    }

    @Override
    public List<Share> list(Caller caller, String type, long record) {
        check(caller, type, record);
        return List.copyOf(shares);
    }

    @Override
    public List<Reference> offered(Caller caller, String type, long record, String text, int limit) {
        check(caller, type, record);
        return List.of(new Reference("users", 7, "Minh"));
    }

    @Override
    public Share share(Caller caller, String type, long record, Reference with, boolean mayChange) {
        check(caller, type, record);
        if (!with.type().equals("users")) {
            throw new InvalidRecord("no", List.of(new FieldError("with", "unknownReference", "Nobody")));
        }
        Share share = new Share(
                shares.size() + 1,
                new Reference("users", with.id(), "Minh"),
                mayChange,
                new Reference("users", caller.userId(), "Anna"),
                Instant.EPOCH);
        shares.add(share);
        return share;
    }

    @Override
    public void takeBack(Caller caller, String type, long record, long share) {
        check(caller, type, record);
        if (!shares.removeIf(each -> each.id() == share)) {
            throw new NotFound("none");
        }
    }

    @Override
    public Explanation explain(Caller caller, String type, long record, long user) {
        check(caller, type, record);
        return new Explanation(
                Set.of(Right.READ),
                List.of(new Explanation.Reason(
                        Right.READ,
                        new Reference("roles", 3, "Sellers"),
                        "own",
                        Because.SHARED,
                        new Reference("users", user, "Minh"))),
                List.of(new Explanation.Refusal(Right.UPDATE, Why.OUT_OF_REACH)),
                Set.of("taxCode", "email"));
    }

    private static void check(Caller caller, String type, long record) {
        if (!type.equals("accounts") || record > 2) {
            throw new NotFound("none");
        } else if (record == 2) {
            throw new Forbidden("no");
        }
    }

    @Override
    public List<TypeRights> rights(Caller caller, long user) {
        return List.of();
    }
}
