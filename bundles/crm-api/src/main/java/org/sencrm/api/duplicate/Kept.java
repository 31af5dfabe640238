package org.sencrm.api.duplicate;

import org.sencrm.api.record.Reference;

/**
 * A value that a merge set and that was not taken back, because somebody changed it since.
 *
 * @param record with its label
 */
public record Kept(Reference record, String field) {}
