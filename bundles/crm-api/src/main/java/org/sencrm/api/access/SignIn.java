package org.sencrm.api.access;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Proves who somebody is. An unknown name and a wrong password give the same answer after the same work. Wrong tries lock
 * the name and the address for a growing while. Thread safe; a call takes a few hundred milliseconds by design.
 */
@ProviderType
public interface SignIn {

    /**
     * Setting of the installation: networks from which people work, such as {@code 203.0.113.0/24 2001:db8::/32}; none for
     * anywhere. Each role may have such a list of its own; somebody has to be within each list that concerns them.
     *
     * @since 1.5
     */
    String NETWORKS = "signIn.networks";

    /**
     * @param password is overwritten before the call returns
     * @param address of the one who asks, as seen by the server
     * @param through as in {@link Caller#through}
     * @return the caller
     * @throws org.sencrm.api.signin.SecondFactorRequired where name and password fit and a second factor is due
     * @throws org.sencrm.api.fault.NotSignedIn where name and password do not fit, or the user may not sign in
     * @throws org.sencrm.api.fault.TooManyTries where name or address are locked for now
     */
    Caller signIn(String userName, char[] password, String address, String through);

    /**
     * The second step of a sign-in, where the first one ended in a {@link org.sencrm.api.signin.SecondFactorRequired}.
     *
     * @param challenge of the first step; it is good for one sign-in and for five tries
     * @param kind one of the kinds that were offered
     * @param answer such as a code, as typed; as JSON for a kind with options
     * @param address of the one who asks, as seen by the server
     * @param through as in {@link Caller#through}
     * @throws org.sencrm.api.fault.NotSignedIn where the answer is wrong or was given before, or the challenge is over
     * @throws org.sencrm.api.fault.TooManyTries where name or address are locked for now
     */
    Caller answer(String challenge, String kind, String answer, String address, String through);

    /**
     * Sets the password of a user; only administrators, who have to have proved themselves lately ({@link NeedsProof}), or the
     * user who gives the current one, which is a proof.
     *
     * @param current null for an administrator; overwritten
     * @param next overwritten
     */
    void setPassword(Caller caller, long userId, char[] current, char[] next);

    /** Whether the caller's password is one that was made for the first sign-in only, so that another should be asked for. */
    default boolean isPasswordOneTime(Caller caller) {
        return false;
    }

    /** A new API token of the caller, who may do all of it. The secret is given here once and never again. */
    @NeedsProof
    default IssuedToken issueToken(Caller caller, String label, Integer expiresInDays) {
        return issueToken(caller, label, expiresInDays, List.of());
    }

    /**
     * As {@link #issueToken(Caller, String, Integer)}, limited to what is named.
     *
     * @param scopes as in {@link Scopes}; none for no limit
     * @throws org.sencrm.api.fault.InvalidRequest for what is no scope
     * @since 1.5
     */
    @NeedsProof
    IssuedToken issueToken(Caller caller, String label, Integer expiresInDays, List<String> scopes);

    /** The caller's own. */
    default List<Token> tokens(Caller caller) {
        return tokens(caller, caller.userId());
    }

    /**
     * The tokens of a user that are not over, newest first; those of others are for administrators.
     *
     * @since 1.8
     */
    List<Token> tokens(Caller caller, long userId);

    /** Takes one of the caller's own tokens back, or as an administrator, who has to have proved it lately, anybody's. */
    void revokeToken(Caller caller, long id);

    /**
     * The caller behind a token; null where it is unknown, expired or revoked, or its user may no longer sign in.
     *
     * @throws org.sencrm.api.signin.SecondFactorRequired where it was made without a second factor, and its user has to have
     *     one by now; asked from memory that is five seconds old at most
     */
    Caller byToken(String secret, String through);

    /**
     * As above, of a token that comes from an address; null also where its user may not work from there, whatever else is wrong
     * with the token.
     *
     * @param address as in {@link #isAllowedFrom}
     * @since 1.8
     */
    default Caller byToken(String secret, String address, String through) {
        Caller caller = byToken(secret, through);
        return caller == null || !isAllowedFrom(caller.userId(), address) ? null : caller;
    }

    /**
     * Whether the user may (still) be signed in. Asked for every request of a session; answered from memory, which knows
     * at once what is done on this node and within five seconds what is done on another.
     */
    boolean isActive(long userId);

    /**
     * Whether the user may work from the address, as far as {@link #NETWORKS} and the roles go; the machine itself always is
     * one. Asked for every request of a session and of a token; answered from memory as {@link #isActive} is.
     *
     * @param address as seen by the server; null for unknown
     * @since 1.5
     */
    default boolean isAllowedFrom(long userId, String address) {
        return true;
    }

    /**
     * How often all sessions of the user were ended: by another password, by being switched off, by the loss of a role. A
     * session remembers the number of its beginning and is over once this is another one; whoever changes the own
     * password goes on with the new number. A role that is narrowed ends no session, as the gate asks for rights anew
     * each time. Answered as {@link #isActive} is; tokens are ended by themselves and need no look at it.
     */
    long epoch(long userId);

    record IssuedToken(long id, String secret, Instant expiresAt) {}

    /**
     * @param scopes to what it is limited
     * @param secondFactor whether whoever made it had signed in with a second factor
     */
    record Token(
            long id,
            String label,
            Instant createdAt,
            Instant expiresAt,
            Instant lastUsedAt,
            Scopes scopes,
            boolean secondFactor) {

        /** Made without a second factor. */
        public Token(long id, String label, Instant createdAt, Instant expiresAt, Instant lastUsedAt, Scopes scopes) {
            this(id, label, createdAt, expiresAt, lastUsedAt, scopes, false);
        }

        /** Without a limit, and made without a second factor. */
        public Token(long id, String label, Instant createdAt, Instant expiresAt, Instant lastUsedAt) {
            this(id, label, createdAt, expiresAt, lastUsedAt, Scopes.ALL);
        }
    }
}
