package org.sencrm.api.access;

import java.util.Objects;

/**
 * How a caller came in.
 *
 * @param session number of the browser session among {@link UserSessions}; 0 for an API token, a job, or the product itself
 * @param epoch {@link SignIn#epoch} of the user as the sign-in saw it, so that what is ended while somebody comes in is ended
 *     for that one, too; 0 where nobody signed in
 * @param address from where the caller comes, as seen by the server; null for unknown
 * @param scopes to what the caller's token is limited; {@link Scopes#ALL} without a token
 * @param secondFactor whether the sign-in had a second factor, or that with which the token was made; of a browser session the
 *     core remembers it
 * @since 1.5
 */
public record Entry(long session, long epoch, String address, Scopes scopes, boolean secondFactor) {

    /** By no sign-in. */
    public static final Entry NONE = new Entry(0, 0, null, Scopes.ALL);

    public Entry {
        Objects.requireNonNull(scopes, "scopes");
    }

    /** Without a second factor. */
    public Entry(long session, long epoch, String address, Scopes scopes) {
        this(session, epoch, address, scopes, false);
    }

    /** Of a browser, or of nobody: without a limit. */
    public Entry(long session, long epoch, String address) {
        this(session, epoch, address, Scopes.ALL);
    }

    /** The same from this address. */
    public Entry from(String where) {
        return new Entry(session, epoch, where, scopes, secondFactor);
    }

    /** Whether a person sits at a browser, who can be asked. */
    public boolean isSession() {
        return session != 0;
    }
}
