package org.sencrm.api.fault;

import java.time.Instant;
import java.util.List;
import org.sencrm.api.record.Reference;

/** Somebody else changed the record in the meantime; nothing was saved. */
public class Conflict extends Fault {

    private static final long serialVersionUID = 1L;

    private final long version;
    private final transient List<Changed> changed;

    /** @param version the version that is stored now */
    public Conflict(String message, long version, List<Changed> changed) {
        super(message);
        this.version = version;
        this.changed = List.copyOf(changed);
    }

    public long version() {
        return version;
    }

    /** The fields that differ between what the caller saw and what is stored now. */
    public List<Changed> changed() {
        return changed;
    }

    /**
     * @param yours what the caller wanted to save; null where the caller did not touch the field
     * @param theirs what is stored now
     * @param by who stored it
     */
    public record Changed(String field, Object yours, Object theirs, Reference by, Instant at) {}
}
