package org.sencrm.singlesignon;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sencrm.api.setting.SecretSettings;
import org.sencrm.api.setting.Settings;

/**
 * The provider as the settings name it.
 *
 * @param issuer as the provider calls itself, letter by letter
 * @param client what the provider calls the product
 * @param secret by which the product proves to be that; null for none
 * @param scopes what the provider is asked to tell
 * @param label what people call it
 * @param fresh whether people have to say who they are at each sign-in, also where the provider still knows them
 * @param groupsClaim where the provider tells the groups of somebody
 * @param roles which groups have which roles here; null where roles are decided here
 */
public record ProviderSettings(
        String issuer,
        String client,
        String secret,
        String scopes,
        String label,
        boolean fresh,
        String groupsClaim,
        GroupRoles roles) {

    public static final String ISSUER = "single-sign-on.oidc.issuer";
    public static final String CLIENT = "single-sign-on.oidc.client";
    public static final String SECRET = "single-sign-on.oidc.secret";
    public static final String SCOPES = "single-sign-on.oidc.scopes";
    public static final String LABEL = "single-sign-on.oidc.label";
    public static final String FRESH = "single-sign-on.oidc.fresh";
    public static final String GROUPS_CLAIM = "single-sign-on.oidc.groupsClaim";
    public static final String ROLES = "single-sign-on.oidc.roles";

    public static final String USUAL_SCOPES = "openid profile email";
    public static final String USUAL_GROUPS_CLAIM = "groups";

    private static final int LONGEST_ISSUER = 300;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Empty until issuer and client are named. */
    static Optional<ProviderSettings> read(Settings settings, SecretSettings secrets) {
        String issuer = settings.get(ISSUER, "").strip();
        String client = settings.get(CLIENT, "").strip();
        if (!isIssuer(issuer) || client.isEmpty()) {
            return Optional.empty();
        }
        String label = settings.get(LABEL, "").strip();
        return Optional.of(new ProviderSettings(
                issuer,
                client,
                secrets.find(SECRET).orElse(null),
                settings.get(SCOPES, USUAL_SCOPES).strip(),
                label.isEmpty() ? URI.create(issuer).getHost() : label,
                Boolean.parseBoolean(settings.get(FRESH, "true")),
                settings.get(GROUPS_CLAIM, USUAL_GROUPS_CLAIM).strip(),
                GroupRoles.PROVIDER.of(settings.get(ROLES, null))));
    }

    /** Whether a provider may call itself that. */
    public static boolean isIssuer(String issuer) {
        return issuer.length() <= LONGEST_ISSUER && isSafe(issuer) && !issuer.contains("?");
    }

    /** Whether the provider tells who it is at all for these scopes. */
    public static boolean areScopes(String scopes) {
        return List.of(scopes.strip().split("\\s+")).contains("openid");
    }

    /** Whether each line of groups and roles says something. */
    public static boolean areRoles(String lines) {
        return GroupRoles.PROVIDER.areLines(lines);
    }

    /** Whether nobody on the way can read or change what is said there: https, or this very machine. */
    static boolean isSafe(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            boolean plain = !host.isEmpty() && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            return plain && (scheme.equals("https") || scheme.equals("http") && THIS_MACHINE.contains(host));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "ProviderSettings[" + issuer + "]";
    }
}
