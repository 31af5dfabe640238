package org.sencrm.api.access;

import java.util.Map;
import java.util.Set;

/**
 * What somebody may do with the records of a type over all their roles, as the gate has it. Records that are shared with the
 * person one by one come on top.
 *
 * @param type name of the record type
 * @param scopes how far each right reaches that the person has: {@code own}, {@code linked}, {@code team}, {@code subtree} or
 *     {@code all}; never empty
 * @param hiddenFields names of the fields that the person does not see in lists
 * @param totals whether company totals of the type tell more than the person reads
 * @since 1.6
 */
public record TypeRights(String type, Map<Right, String> scopes, Set<String> hiddenFields, boolean totals) {

    public TypeRights {
        scopes = Map.copyOf(scopes);
        hiddenFields = Set.copyOf(hiddenFields);
    }
}
