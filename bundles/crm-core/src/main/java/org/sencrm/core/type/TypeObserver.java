package org.sencrm.core.type;

/** Told when record types come and go; called on the thread that brings the module, and must return soon. */
public interface TypeObserver {

    void appeared(StoredType type);

    void gone(StoredType type);

    /** The type has other fields now. */
    default void replaced(StoredType before, StoredType now) {
        gone(before);
        appeared(now);
    }
}
