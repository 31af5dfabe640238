package org.sencrm.api.access;

import java.time.Instant;
import org.sencrm.api.record.Reference;

/**
 * A record that is open to one person or one team beyond what their roles reach.
 *
 * @param id of the share, never that of the record
 * @param with of type {@code users} or {@code teams}, with its name; label null where it is gone
 * @param mayChange whether the record may be changed too, not only read
 * @param by who shared it, with the name; label null where that user is gone
 */
public record Share(long id, Reference with, boolean mayChange, Reference by, Instant at) {}
