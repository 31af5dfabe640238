package org.sencrm.core.signin;

import java.util.Optional;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.api.signin.OutsideProvider;

/** A provider in memory, which takes one code. */
final class GivenProvider implements OutsideProvider {

    static final String ISSUER = "https://login.sen.example";
    static final String CODE = "code-1";

    OutsideIdentity person = person("subject-1", "binh@sen.example", true);
    Departure departure;
    Arrival arrival;
    boolean away;
    boolean setUp = true;

    static OutsideIdentity person(String subject, String email, boolean verified) {
        return new OutsideIdentity(ISSUER, subject, "binh.tran", "Trần Bình", email, verified);
    }

    @Override
    public Optional<String> label() {
        return setUp ? Optional.of("Sen account") : Optional.empty();
    }

    @Override
    public String departure(Departure leaving) {
        askable();
        departure = leaving;
        return ISSUER + "/authorize";
    }

    @Override
    public Optional<OutsideIdentity> arrival(Arrival coming) {
        askable();
        arrival = coming;
        return coming.code().equals(CODE) ? Optional.of(person) : Optional.empty();
    }

    private void askable() {
        if (away) {
            throw new Unavailable("no connection to login.sen.example");
        }
    }
}
