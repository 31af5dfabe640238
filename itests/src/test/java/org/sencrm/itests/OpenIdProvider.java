package org.sencrm.itests;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A provider of OpenID Connect on loopback, made with Nimbus' SDK: it sends nobody to another address than the registered one,
 * gives a code once, and a token for it only to whoever knows the client's secret and the verifier of the challenge.
 */
final class OpenIdProvider implements AutoCloseable {

    static final String CLIENT = "sen-crm";
    static final String SECRET = "what only the two know";

    private final Map<String, Given> codes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final URI back;
    private final int port;
    private final RSAKey key;
    private HttpServer server;

    /** Signs for another sign-in than the one that is under way, as somebody who gives on a token of theirs. */
    volatile boolean mixesUpNonces;

    /** Shows where it would send the browser, and leaves it to somebody else to go there. */
    volatile boolean holdsBack;

    private OpenIdProvider(URI back) throws Exception {
        this.back = back;
        this.port = PostgresServer.freePort();
        this.key = new RSAKeyGenerator(2048)
                .keyID("first")
                .keyUse(KeyUse.SIGNATURE)
                .generate();
    }

    /** @param back the only address to which people are sent back */
    static OpenIdProvider start(URI back) throws Exception {
        OpenIdProvider provider = new OpenIdProvider(back);
        provider.startAgain();
        return provider;
    }

    void startAgain() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        on("/.well-known/openid-configuration", exchange -> json(exchange, 200, description()));
        on(
                "/keys",
                exchange -> json(exchange, 200, new JWKSet(key).toPublicJWKSet().toString()));
        on("/authorize", this::authorize);
        on("/login", this::login);
        on("/token", this::token);
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }

    int port() {
        return port;
    }

    String issuer() {
        return "http://localhost:" + port;
    }

    /** Lets somebody sign in there by the name alone. */
    void add(String name, String subject, String email, boolean verified) {
        people.put(
                name,
                Map.of(
                        "sub",
                        subject,
                        "preferred_username",
                        name,
                        "name",
                        "Tran Binh",
                        "email",
                        email,
                        "email_verified",
                        verified));
    }

    private String description() {
        OIDCProviderMetadata metadata =
                new OIDCProviderMetadata(new Issuer(issuer()), List.of(SubjectType.PUBLIC), at("/keys"));
        metadata.setAuthorizationEndpointURI(at("/authorize"));
        metadata.setTokenEndpointURI(at("/token"));
        metadata.setResponseTypes(List.of(new ResponseType("code")));
        metadata.setIDTokenJWSAlgs(List.of(JWSAlgorithm.RS256));
        metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        metadata.setTokenEndpointAuthMethods(List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC));
        metadata.setSupportsAuthorizationResponseIssuerParam(true);
        return metadata.toJSONObject().toJSONString();
    }

    private URI at(String path) {
        return URI.create(issuer() + path);
    }

    /** Asks who is there; whom the product did not register gets no form and is sent nowhere. */
    private void authorize(HttpExchange exchange) throws Exception {
        AuthenticationRequest asked =
                AuthenticationRequest.parse(exchange.getRequestURI().getRawQuery());
        boolean proper = asked.getClientID().getValue().equals(CLIENT)
                && back.equals(asked.getRedirectionURI())
                && asked.getResponseType().equals(new ResponseType("code"))
                && CodeChallengeMethod.S256.equals(asked.getCodeChallengeMethod())
                && asked.getCodeChallenge() != null
                && asked.getScope().contains("openid");
        if (!proper) {
            html(exchange, 400, "<h1>Unknown program</h1>");
            return;
        }
        html(exchange, 200, """
                <h1>Company account</h1>
                <form method="post" action="/login">
                <label for="name">Name</label> <input id="name" name="name">
                <input type="hidden" name="asked" value="%s">
                <button>Continue</button></form>
                """.formatted(exchange.getRequestURI().getRawQuery().replace("&", "&amp;")));
    }

    private void login(HttpExchange exchange) throws Exception {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        AuthenticationRequest asked = AuthenticationRequest.parse(form.get("asked"));
        Map<String, Object> person = people.get(form.get("name"));
        if (person == null) {
            html(exchange, 403, "<h1>Nobody</h1>");
            return;
        }
        AuthorizationCode code = new AuthorizationCode();
        codes.put(
                code.getValue(),
                new Given(person, asked.getCodeChallenge(), asked.getNonce().getValue()));
        State state = asked.getState();
        URI to = new AuthenticationSuccessResponse(back, code, null, null, state, null, new Issuer(issuer()), null)
                .toURI();
        if (holdsBack) {
            html(exchange, 200, "<p id='answer'>" + to.toString().replace("&", "&amp;") + "</p>");
            return;
        }
        exchange.getResponseHeaders().set("Location", to.toString());
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws Exception {
        HTTPRequest sent = new HTTPRequest(HTTPRequest.Method.POST, at("/token").toURL());
        sent.setHeader("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"));
        sent.setHeader("Authorization", exchange.getRequestHeaders().getFirst("Authorization"));
        sent.setBody(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        TokenRequest asked = TokenRequest.parse(sent);
        boolean known = asked.getClientAuthentication() instanceof ClientSecretBasic client
                && client.getClientID().getValue().equals(CLIENT)
                && client.getClientSecret().getValue().equals(SECRET);
        if (!known) {
            answer(exchange, new TokenErrorResponse(OAuth2Error.INVALID_CLIENT).toHTTPResponse());
            return;
        }
        AuthorizationCodeGrant grant = (AuthorizationCodeGrant) asked.getAuthorizationGrant();
        Given given = codes.remove(grant.getAuthorizationCode().getValue());
        boolean right = given != null
                && back.equals(grant.getRedirectionURI())
                && grant.getCodeVerifier() != null
                && CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier())
                        .equals(given.challenge());
        answer(
                exchange,
                right
                        ? new OIDCTokenResponse(new OIDCTokens(sign(given), new BearerAccessToken(), null))
                                .toHTTPResponse()
                        : new TokenErrorResponse(OAuth2Error.INVALID_GRANT).toHTTPResponse());
    }

    private SignedJWT sign(Given given) throws JOSEException {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("auth_time", now.getEpochSecond())
                .claim("nonce", mixesUpNonces ? "of another one" : given.nonce());
        given.person().forEach(claims::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        token.sign(new RSASSASigner(key));
        return token;
    }

    private void on(String path, Handler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handler.handle(exchange);
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
    }

    private static void answer(HttpExchange exchange, HTTPResponse response) throws IOException {
        json(exchange, response.getStatusCode(), response.getBody());
    }

    private static void json(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "application/json", text);
    }

    private static void html(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/html;charset=UTF-8", text);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> form(String query) {
        Map<String, String> form = new ConcurrentHashMap<>();
        for (String each : query.split("&")) {
            int sign = each.indexOf('=');
            form.put(each.substring(0, sign), URLDecoder.decode(each.substring(sign + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    /** What a code stands for. */
    private record Given(Map<String, Object> person, CodeChallenge challenge, String nonce) {}

    @FunctionalInterface
    private interface Handler {

        void handle(HttpExchange exchange) throws Exception;
    }
}
