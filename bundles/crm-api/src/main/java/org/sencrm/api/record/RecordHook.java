package org.sencrm.api.record;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A module's own rules for records of one type, published as a service with the property {@link #TYPE}. Called inside
 * the transaction of the save, on the thread that saves, for every way in: screen, REST, import, another module. Hooks of
 * one type run in the order of their {@code service.ranking}, highest first. An exception undoes the transaction. A hook
 * must not wait for anything outside the database.
 */
@ConsumerType
public interface RecordHook {

    /** Service property: name of the record type. */
    String TYPE = "crm.type";

    /** Before validation: fill in what follows from other values, refuse what must not be. */
    default void beforeSave(Draft draft) {}

    /** After the row is written, before the commit: change other records with the rights of {@link Draft#caller}. */
    default void afterSave(Draft draft) {}

    /** Before a record goes to the trash. */
    default void beforeDelete(Draft draft) {}
}
