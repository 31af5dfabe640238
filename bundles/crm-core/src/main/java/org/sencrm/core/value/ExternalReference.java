package org.sencrm.core.value;

/**
 * A reference as it may come in: by the external id of its target, to be looked up before the record is saved.
 *
 * @param type null where the field points to one type only
 */
public record ExternalReference(String type, String externalId) {}
