package org.sencrm.api.access;

/**
 * How a caller came in.
 *
 * @param session number of the browser session among {@link UserSessions}; 0 for an API token, a job, or the product itself
 * @param epoch {@link SignIn#epoch} of the user as the sign-in saw it, so that what is ended while somebody comes in is ended
 *     for that one, too; 0 where nobody signed in
 * @param address from where the caller comes, as seen by the server; null for unknown
 * @since 1.5
 */
public record Entry(long session, long epoch, String address) {

    /** By no sign-in. */
    public static final Entry NONE = new Entry(0, 0, null);

    /** Whether a person sits at a browser, who can be asked. */
    public boolean isSession() {
        return session != 0;
    }
}
