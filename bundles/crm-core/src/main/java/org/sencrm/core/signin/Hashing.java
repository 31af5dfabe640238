package org.sencrm.core.signin;

/** Turns passwords into what may be stored. Slow by design. Thread safe; leaves the password as it is. */
interface Hashing {

    /** A new hash of the password, with its own salt and parameters, as text. */
    String hash(char[] password);

    /** Whether the password gives the hash; takes as long whatever the answer. */
    boolean matches(char[] password, String hash);

    /** Whether so many wait for their turn that whoever comes now should come back a little later. */
    boolean isCrowded();

    /** Whether the hash was made with other parameters than new ones are. */
    boolean isOutdated(String hash);
}
