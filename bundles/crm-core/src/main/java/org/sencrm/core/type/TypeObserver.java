package org.sencrm.core.type;

/** Told when record types come and go; called on the thread that brings the module, and must return soon. */
public interface TypeObserver {

    void appeared(StoredType type);

    void gone(StoredType type);
}
