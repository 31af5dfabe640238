package org.sencrm.api.audit;

import java.io.OutputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/**
 * The audit trail: sign-ins, changes of rights and of the installation, who opened and who exported what, and digests of
 * the change log. Entries are numbered without gaps, and each holds the digest of the one before it, so that whatever is
 * changed, removed or put in later is found by {@link #verify}. Nobody changes or removes an entry. Thread safe.
 *
 * <pre>{@code
 * trail.note(caller, AuditEvent.of("acme.priceListSent").on("accounts", id).with("lines", 120));
 * }</pre>
 */
@ProviderType
public interface AuditTrail {

    /** The permission to read, export and verify the trail. Administrators have it, others by a role that grants it. */
    String PERMISSION = "audit.read";

    /** Most entries of one {@link #find}. */
    int MOST = 200;

    /**
     * Writes down that something happened: in the thread's transaction, so that it stands there if and only if that is
     * committed, else at once. It gets its number and its place in the chain within seconds.
     *
     * @throws IllegalArgumentException where a word or the details are too long
     */
    void note(Caller caller, AuditEvent event);

    /**
     * Entries that fit, newest first; that somebody looks is itself an entry, one an hour.
     *
     * @throws org.sencrm.api.fault.Forbidden without the {@link #PERMISSION}
     * @throws org.sencrm.api.fault.InvalidRequest for a limit outside 1 to {@link #MOST}
     */
    List<AuditEntry> find(Caller caller, AuditQuery query);

    /**
     * Writes all entries that fit as CSV in UTF-8, newest first, and an entry that this was done, before the first line.
     *
     * @param query its limit does not matter
     * @return how many entries were written
     * @throws org.sencrm.api.fault.Forbidden without the {@link #PERMISSION}
     */
    long write(Caller caller, AuditQuery query, OutputStream csv);

    /**
     * Walks along the whole chain and the changes that it covers; takes some seconds for each hundred thousand of them.
     *
     * @param expected the head of an earlier check, which has to be in the chain still; null for none
     * @throws org.sencrm.api.fault.Forbidden without the {@link #PERMISSION}
     */
    AuditCheck verify(Caller caller, String expected);
}
