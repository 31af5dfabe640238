package org.sencrm.api.signin;

import java.util.Objects;
import java.util.Set;

/**
 * Somebody as an authority outside the product knows them, who has just proved to be that one. The product links its own user
 * to authority and subject, and to nothing else: names and addresses may be given to somebody else later. Immutable.
 *
 * <p>Somebody who is linked to no user yet is linked by e-mail address where {@link #LINK_BY_EMAIL} says so, else becomes a new
 * user where {@link #CREATE_USERS} says so, else is not let in.
 *
 * @param authority who says so, the same text always, such as an address; at most 300 characters
 * @param subject what the authority calls them, never given to anybody else; at most 300 characters
 * @param userName for a new user; lower case or not, at most 100 characters
 * @param name for a new user, as people read it; null for the user name
 * @param email null for none
 * @param emailVerified whether the authority vouches that the address is theirs
 * @param roles names of all roles that the user has from this sign-in on, as the authority decides; names that no role has are
 *     left out; null where roles are decided in the product
 * @since 1.2
 */
public record OutsideIdentity(
        String authority,
        String subject,
        String userName,
        String name,
        String email,
        boolean emailVerified,
        Set<String> roles) {

    /**
     * Setting of the installation, {@code true} or {@code false}: whether somebody who comes for the first time is linked to the
     * only user with the same e-mail address, if the authority vouches for it and it is ASCII. False unless set.
     */
    public static final String LINK_BY_EMAIL = "signIn.outside.linkByEmail";

    /**
     * Setting of the installation, {@code true} or {@code false}: whether a user is made for somebody who comes for the first
     * time. False unless set.
     */
    public static final String CREATE_USERS = "signIn.outside.createUsers";

    /**
     * Setting of the installation: id of the role that such a new user gets, whose authority decides no roles; none for no
     * role, which is no right.
     */
    public static final String ROLE = "signIn.outside.role";

    public OutsideIdentity {
        Objects.requireNonNull(authority, "authority");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(userName, "userName");
        roles = roles == null ? null : Set.copyOf(roles);
    }

    /** Somebody whose roles are decided in the product. */
    public OutsideIdentity(
            String authority, String subject, String userName, String name, String email, boolean emailVerified) {
        this(authority, subject, userName, name, email, emailVerified, null);
    }
}
