package org.sencrm.core.signin;

/** Argon2id with little memory, which counts its computations. */
final class CountingHashing implements Hashing {

    private final Argon2id cheap = new Argon2id(256);
    private int computations;

    /** Called before a password is compared. */
    Runnable beforeMatch = () -> {};

    /** Whether too many wait. */
    boolean crowded;

    int computations() {
        return computations;
    }

    @Override
    public String hash(char[] password) {
        computations++;
        return cheap.hash(password);
    }

    @Override
    public boolean matches(char[] password, String hash) {
        computations++;
        beforeMatch.run();
        return cheap.matches(password, hash);
    }

    @Override
    public boolean isCrowded() {
        return crowded;
    }

    @Override
    public boolean isOutdated(String hash) {
        return cheap.isOutdated(hash);
    }
}
