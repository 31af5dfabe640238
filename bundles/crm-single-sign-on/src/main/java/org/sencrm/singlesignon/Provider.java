package org.sencrm.singlesignon;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.setting.SecretSettings;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.api.signin.OutsideProvider;
import org.sencrm.api.signin.OutsideSignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A provider that speaks OpenID Connect: code flow with PKCE. */
@Component(
        service = {OutsideProvider.class, Provider.class},
        property = OutsideProvider.ID + "=" + Provider.WORD)
public final class Provider implements OutsideProvider {

    static final String WORD = "oidc";

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final int LONGEST_NAME = 100;

    /** Less than the time for which a proof before dangerous actions is good, as a sign-in is one. */
    private static final Duration NEWEST = Duration.ofMinutes(5);

    private final Settings settings;
    private final SecretSettings secrets;
    private final ProviderLine line;
    private final IdTokens tokens;
    private final Semaphore leaving = new Semaphore(OwnThreads.MOST / 2);
    private final OwnThreads threads = new OwnThreads("single-sign-on.oidc.problem.tooSlow");

    @Activate
    public Provider(@Reference Settings settings, @Reference SecretSettings secrets, @Reference Outbound outbound) {
        this(settings, secrets, outbound, Clock.systemUTC());
    }

    Provider(Settings settings, SecretSettings secrets, Outbound outbound, Clock clock) {
        this.settings = settings;
        this.secrets = secrets;
        this.line = new ProviderLine(outbound, clock);
        this.tokens = new IdTokens(clock);
    }

    @Deactivate
    void close() {
        threads.close();
    }

    @Override
    public Optional<String> label() {
        return provider().map(ProviderSettings::label);
    }

    @Override
    public String departure(Departure departure) {
        ProviderSettings provider = required();
        try {
            return address(provider, described(provider.issuer()).departures(), departure);
        } catch (OutsideProblem e) {
            throw new Unavailable(e.getMessage());
        }
    }

    /** Anybody may leave, and as often as they like: who waits for a slow provider keeps nobody out who comes back. */
    private ProviderDescription described(String issuer) throws OutsideProblem {
        ProviderDescription known = line.known(issuer);
        if (known != null) {
            return known;
        }
        if (!leaving.tryAcquire()) {
            throw new OutsideProblem("single-sign-on.oidc.problem.tooSlow", "too many leave at a time", null);
        }
        try {
            return threads.call(() -> line.description(issuer));
        } finally {
            leaving.release();
        }
    }

    private static String address(ProviderSettings provider, String departures, Departure departure) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", provider.client());
        asked.put("redirect_uri", departure.back());
        asked.put("scope", provider.scopes());
        asked.put("state", departure.state());
        asked.put("nonce", departure.nonce());
        asked.put("code_challenge", departure.challenge());
        asked.put("code_challenge_method", "S256");
        if (provider.fresh()) {
            asked.put("max_age", String.valueOf(NEWEST.toSeconds()));
        }
        return departures + (departures.contains("?") ? "&" : "?") + ProviderLine.form(asked);
    }

    @Override
    public Optional<OutsideIdentity> arrival(Arrival arrival) {
        ProviderSettings provider = required();
        try {
            return threads.call(() -> judge(provider, arrival));
        } catch (OutsideProblem e) {
            throw new Unavailable(e.getMessage());
        }
    }

    private Optional<OutsideIdentity> judge(ProviderSettings provider, Arrival arrival) throws OutsideProblem {
        ProviderDescription described = line.description(provider.issuer());
        if (!isFrom(described, arrival.issuer())) {
            return refused("another provider gave the answer");
        }
        Optional<String> token = line.token(provider, described, arrival);
        if (token.isEmpty()) {
            return refused("the provider does not take the code");
        }
        IdTokens.Expected expected = new IdTokens.Expected(
                provider.issuer(), provider.client(), arrival.nonce(), provider.fresh() ? NEWEST : null);
        try {
            JWTClaimsSet claims = tokens.check(token.get(), expected, newer -> line.keys(described, newer));
            if (provider.roles() != null && !tellsGroups(claims, provider.groupsClaim())) {
                return refused("roles go by groups, and the token tells none under the name of the settings");
            }
            return Optional.of(identity(provider, claims));
        } catch (IdTokens.Refused e) {
            return refused("of the token: " + e.getMessage());
        }
    }

    private static boolean isFrom(ProviderDescription described, String issuer) {
        return issuer == null ? !described.namesIssuer() : issuer.equals(described.issuer());
    }

    private static Optional<OutsideIdentity> refused(String why) {
        LOG.warn("Somebody of the provider was refused: {}", why);
        return Optional.empty();
    }

    private static OutsideIdentity identity(ProviderSettings provider, JWTClaimsSet claims) {
        boolean verified = Boolean.TRUE.equals(claims.getClaim("email_verified"));
        String email = verified ? text(claims, "email") : null;
        String subject = claims.getSubject();
        String userName = Stream.of(text(claims, "preferred_username"), email == null ? "" : email)
                .filter(name -> name != null && !name.isEmpty() && name.length() <= LONGEST_NAME)
                .findFirst()
                .orElse(subject.substring(0, Math.min(subject.length(), LONGEST_NAME)));
        Set<String> roles =
                provider.roles() == null ? null : provider.roles().of(texts(claims, provider.groupsClaim()));
        return new OutsideIdentity(
                provider.issuer(), subject, userName, text(claims, "name"), email, email != null, roles);
    }

    /**
     * Whether the provider tells all groups, be it none. One that leaves them out, or keeps them somewhere else as they are too
     * many ({@code _claim_names}), must take no role from anybody.
     */
    private static boolean tellsGroups(JWTClaimsSet claims, String name) {
        Object told = claims.getClaim(name);
        boolean elsewhere = claims.getClaim("_claim_names") instanceof Map<?, ?> names && names.containsKey(name);
        return !elsewhere && (told instanceof Collection<?> || told instanceof String);
    }

    /** Null for none. */
    private static String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    private static List<String> texts(JWTClaimsSet claims, String name) {
        Object told = claims.getClaim(name);
        return told instanceof Collection<?> several
                ? several.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : told instanceof String one ? List.of(one) : List.of();
    }

    private Optional<ProviderSettings> provider() {
        return ProviderSettings.read(settings, secrets);
    }

    private ProviderSettings required() {
        return provider().orElseThrow(() -> new Unavailable("no provider is named in the settings"));
    }

    /**
     * Reads what the provider says of itself, and its keys, anew, to try out the settings.
     *
     * @return how many keys it has; empty where none is named in the settings
     */
    public Optional<Integer> look() throws OutsideProblem {
        Optional<ProviderSettings> provider = provider();
        if (provider.isEmpty()) {
            return Optional.empty();
        }
        line.forget();
        return threads.call(() -> {
            ProviderDescription described = line.description(provider.get().issuer());
            return Optional.of(line.keys(described, false).getKeys().size());
        });
    }

    /** Where the provider sends people back to; empty until somebody has said at which address the product is. */
    public Optional<String> back() {
        return OutsideSignIn.back(settings, WORD);
    }
}
