package org.sencrm.core.signin;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.signin.Proofs;

/** Asks again who sits at a browser, by what the sign-in asks. */
@Component(service = Proofs.class)
public final class StoredProofs implements Proofs {

    private final StoredSignIn signIn;

    @Activate
    public StoredProofs(@Reference StoredSignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public List<String> kinds(Caller caller) {
        FactorStore factors = signIn.secondStep().factors();
        Set<String> own = factors.kindsOf(caller.userId());
        Stream<String> here = Stream.of(false, true).flatMap(backup -> factors.kinds().words(backup).stream());
        return Stream.concat(here.filter(own::contains), Stream.of(PASSWORD)).toList();
    }

    @Override
    public void prove(Caller caller, String kind, char[] answer) {
        if (kind.equals(PASSWORD)) {
            signIn.proveAgain(caller, answer);
        } else {
            signIn.answerAgain(caller, kind, answer);
        }
    }
}
