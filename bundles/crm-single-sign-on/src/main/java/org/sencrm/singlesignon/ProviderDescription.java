package org.sencrm.singlesignon;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a provider says of itself under {@code /.well-known/openid-configuration} of its issuer (OpenID Connect Discovery).
 *
 * @param departures where browsers go
 * @param codes where a code is changed into a token
 * @param keys where the keys are with which it signs
 * @param clientMethods how programs prove there who they are
 * @param namesIssuer whether each answer tells who gave it (RFC 9207)
 */
record ProviderDescription(
        String issuer, String departures, String codes, String keys, List<String> clientMethods, boolean namesIssuer) {

    static final String BASIC = "client_secret_basic";
    static final String POST = "client_secret_post";

    private static final String PLACE = "/.well-known/openid-configuration";

    /** Where the provider of that name describes itself. */
    static String address(String issuer) {
        return issuer.replaceAll("/+$", "") + PLACE;
    }

    /**
     * @param issuer as the settings name it; a provider that calls itself otherwise is another one
     * @throws OutsideProblem for a description of another one, or one that leads where the line is not safe
     */
    static ProviderDescription read(String json, String issuer) throws OutsideProblem {
        try {
            Map<String, Object> told = JSONObjectUtils.parse(json);
            if (!issuer.equals(JSONObjectUtils.getString(told, "issuer"))) {
                throw new OutsideProblem(
                        "single-sign-on.oidc.problem.issuer", "the provider calls itself otherwise", null);
            }
            String[] methods = JSONObjectUtils.getStringArray(told, "token_endpoint_auth_methods_supported");
            return new ProviderDescription(
                    issuer,
                    address(told, "authorization_endpoint"),
                    address(told, "token_endpoint"),
                    address(told, "jwks_uri"),
                    methods == null ? List.of(BASIC) : Arrays.asList(methods),
                    Boolean.TRUE.equals(told.get("authorization_response_iss_parameter_supported")));
        } catch (ParseException e) {
            throw new OutsideProblem(
                    "single-sign-on.oidc.problem.description", "the provider describes itself in no known way", e);
        }
    }

    private static String address(Map<String, Object> told, String name) throws ParseException, OutsideProblem {
        String address = JSONObjectUtils.getString(told, name);
        if (address == null || !ProviderSettings.isSafe(address)) {
            throw new OutsideProblem(
                    "single-sign-on.oidc.problem.description", "the provider names no safe address: " + name, null);
        }
        return address;
    }
}
