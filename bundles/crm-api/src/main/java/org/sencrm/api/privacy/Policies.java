package org.sencrm.api.privacy;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Reference;

/**
 * What those who work here have to have read and agreed to. A policy is a record of the type {@value #TYPE}; what it says is
 * a record of the type {@value #VERSIONS}, whose text nobody changes once it is in force; who agreed to it is a record of the
 * type {@value #ACCEPTANCES}, which nobody changes at all. Thread safe.
 *
 * @since 1.2
 */
@ProviderType
public interface Policies {

    /** The record type of policies. */
    String TYPE = "policies";

    /** The record type of what they say, and said before. */
    String VERSIONS = "policyversions";

    /** The record type of who agreed to what. */
    String ACCEPTANCES = "policyacceptances";

    /**
     * A version that somebody has to agree to.
     *
     * @param version id of the version
     * @param policy id of the policy
     * @param name of the policy
     * @param number of the version, from 1
     * @param inForceFrom the day from which it counts
     * @param language of the text, as the caller reads it where it is there: {@code vi} or {@code en}
     * @param digest SHA-256 of the text, as the acceptance will have it
     */
    record Due(
            long version,
            long policy,
            String name,
            int number,
            LocalDate inForceFrom,
            String language,
            String text,
            String digest) {}

    /**
     * Whether the caller has to agree to something before anything else is shown. Quick: from what is some seconds old at
     * most. It is no where nobody can say it now, as an agreement protects nothing and can wait.
     */
    boolean isHeldUp(Caller caller);

    /**
     * The same of whoever comes with an API token: one that was made before what is due came into force goes on, as the
     * program that has it cannot read.
     *
     * @param token the secret of the token
     */
    boolean isHeldUp(Caller caller, String token);

    /** What the caller has to agree to now, by name; empty for nothing, and for the product itself. */
    List<Due> due(Caller caller);

    /**
     * Writes down that the caller read a version and agrees to it. Done twice it is written down once.
     *
     * @param version id of one of {@link #due}
     * @param digest of the text that the caller was shown
     * @throws org.sencrm.api.fault.NotFound where the caller need not agree to such a version
     * @throws org.sencrm.api.fault.NotNow where the digest is of no text of this version
     * @throws org.sencrm.api.fault.Forbidden for a token that is limited to a part of what its user may do
     */
    void accept(Caller caller, long version, String digest);

    /**
     * Who has not yet agreed to what a policy says now though it is for them: active users, by name; empty where nothing is
     * in force.
     *
     * @throws org.sencrm.api.fault.NotFound where there is no such policy, or the caller may not see it
     * @throws org.sencrm.api.fault.Forbidden where the caller may not read who agreed
     */
    List<Reference> missing(Caller caller, long policy);
}
