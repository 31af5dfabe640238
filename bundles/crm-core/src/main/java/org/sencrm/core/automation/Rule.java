package org.sencrm.core.automation;

/**
 * An automation as the product itself needs it.
 *
 * @param owner id of the user by whose rights it works; 0 where it has none, which does nothing
 * @param field null for any
 * @param condition empty for none
 * @param parameters JSON; null for none
 */
record Rule(
        long id,
        long owner,
        String type,
        String trigger,
        String field,
        String condition,
        String action,
        String parameters,
        boolean active) {}
