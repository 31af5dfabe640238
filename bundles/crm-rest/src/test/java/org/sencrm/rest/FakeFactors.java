package org.sencrm.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.Factors;

/** One second factor, with the id 5. */
final class FakeFactors implements Factors {

    private static final Factor PHONE =
            new Factor(5, 7, "totp", "Phone", true, Instant.parse("2026-03-02T08:00:00Z"), null);

    /** By what the last removal was proved. */
    String proof;

    @Override
    public List<String> kinds() {
        return List.of("totp");
    }

    @Override
    public List<Factor> own(Caller caller) {
        return List.of(PHONE);
    }

    @Override
    public List<Factor> all(Caller caller, String kind) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> dueBy(Caller caller) {
        return Optional.empty();
    }

    @Override
    public Begun enrol(Caller caller, String kind, String label) {
        Factor begun = new Factor(5, 7, kind, label, false, PHONE.createdAt(), null);
        return new Begun(begun, Map.of("secret", "GEZDGNBV", "uri", "otpauth://totp/x"));
    }

    @Override
    public List<String> confirm(Caller caller, long id, String answer) {
        if (!"123456".equals(answer)) {
            throw new InvalidRecord("wrong", List.of(new FieldError("code", "wrong", "wrong")));
        }
        return List.of("aaaa-bbbb");
    }

    @Override
    public void remove(Caller caller, long id, char[] password, String answer) {
        if (id != PHONE.id()) {
            throw new NotFound("There is no such second factor");
        }
        if (password == null && answer == null) {
            throw new Forbidden("Give your password or a code again");
        }
        proof = password == null ? "code " + answer : "password " + String.valueOf(password);
    }

    @Override
    public void revoke(Caller caller, long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void reset(Caller caller, long userId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isResetAsked(Caller caller, long userId) {
        return false;
    }
}
