package org.sencrm.core.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.api.signin.OutsideProvider;
import org.sencrm.api.signin.OutsideProvider.Arrival;
import org.sencrm.api.signin.OutsideProvider.Departure;
import org.sencrm.api.signin.OutsideSignIn;
import org.sencrm.api.signin.SignInUnfinished;
import org.sencrm.api.text.Messages;
import org.sencrm.core.value.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends browsers to providers outside, and lets in who comes back from there. It remembers nobody who is away. */
@Component(service = OutsideSignIn.class)
public final class StoredOutsideSignIn implements OutsideSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(StoredOutsideSignIn.class);
    private static final int LONGEST_CODE = 4_000;

    /** With these a provider says that it cannot answer now. */
    private static final Set<String> AWAY = Set.of("server_error", "temporarily_unavailable");

    private final OutsideProviders providers;
    private final StoredSignIn signIn;
    private final Settings settings;
    private final Messages messages;
    private final NewCallers callers;
    private final Clock clock;

    @Activate
    public StoredOutsideSignIn(
            @Reference OutsideProviders providers,
            @Reference StoredSignIn signIn,
            @Reference Settings settings,
            @Reference Messages messages) {
        this(providers, signIn, settings, messages, Clock.systemUTC());
    }

    StoredOutsideSignIn(
            OutsideProviders providers, StoredSignIn signIn, Settings settings, Messages messages, Clock clock) {
        this.providers = providers;
        this.signIn = signIn;
        this.settings = settings;
        this.messages = messages;
        this.callers = new NewCallers(settings);
        this.clock = clock;
    }

    @Override
    public List<Offer> offered() {
        return providers.offered().stream()
                .filter(offer -> back(offer.provider()).isPresent())
                .toList();
    }

    @Override
    public Begun begin(String provider) {
        OutsideProvider found = offered().stream()
                .filter(offer -> offer.provider().equals(provider))
                .findFirst()
                .flatMap(offer -> providers.find(offer.provider()))
                .orElseThrow(() -> new NotFound(text("signIn.outsideRefused")));
        String back = back(provider).orElseThrow();
        String state = RandomSecret.make();
        String nonce = RandomSecret.make();
        String verifier = RandomSecret.make();
        try {
            String address = found.departure(new Departure(back, state, nonce, challenge(verifier)));
            return new Begun(provider, address, state, nonce, verifier, clock.instant());
        } catch (Unavailable away) {
            LOG.warn("A provider cannot be asked: {}", away.getMessage());
            throw new Unavailable(text("signIn.outsideAway"));
        }
    }

    @Override
    public Caller finish(Begun begun, Answer answer, String address, String through) {
        return signIn.arrive(() -> judge(begun, answer), begun.provider(), address, through);
    }

    private Optional<OutsideIdentity> judge(Begun begun, Answer answer) {
        if (!begun.isAnsweredBy(answer.state())) {
            return Optional.empty();
        }
        String code = answer.code();
        if (isOver(begun) || code == null || code.isEmpty()) {
            throw unfinished(answer.error());
        }
        if (code.length() > LONGEST_CODE) {
            return Optional.empty();
        }
        return back(begun.provider())
                .map(back -> new Arrival(back, code, answer.issuer(), begun.nonce(), begun.verifier()))
                .flatMap(arrival -> providers.find(begun.provider()).flatMap(found -> found.arrival(arrival)));
    }

    /** The error comes from the address of a browser, which anybody may have written. */
    private Fault unfinished(String error) {
        if (error != null && AWAY.contains(error)) {
            return new Unavailable(error);
        }
        if (error != null && error.matches("[a-z_]{1,40}")) {
            LOG.warn("A provider let somebody go without a code: {}", error);
        }
        return new SignInUnfinished(text("signIn.outsideUnfinished"));
    }

    private boolean isOver(Begun begun) {
        return !clock.instant().isBefore(begun.at().plus(Duration.ofMinutes(MINUTES)));
    }

    /** Never from a request, whose sender could name another place. */
    private Optional<String> back(String provider) {
        return OutsideSignIn.back(settings, provider);
    }

    private String text(String key) {
        return messages.text(callers.language(), key);
    }

    private static String challenge(String verifier) {
        byte[] hash = HexFormat.of().parseHex(Digest.sha256(verifier));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
