package org.sencrm.api.privacy;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Job;
import org.sencrm.api.record.Reference;

/**
 * Answers the requests of people about their data, which are records of the type {@value #REQUESTS}: hands out all that
 * there is about a person in every module, and erases it. Thread safe.
 *
 * <p>For those who have the permission {@value #PERMISSION} and may change the request: {@link
 * org.sencrm.api.fault.Forbidden} for everybody else. They see and change here what belongs to the person wherever it lies,
 * also where their roles do not reach, as an answer that leaves something out is none. What they do stands in the audit
 * trail. The same goes through the actions {@code export}, {@code plan} and {@code erase} of the record type.
 */
@ProviderType
public interface PersonalData {

    /** Permission of those who answer requests. */
    String PERMISSION = "privacy.requests";

    /** The record type of requests. */
    String REQUESTS = "subjectrequests";

    /** How many records one erasure reaches at most. */
    int MOST = 5_000;

    /**
     * Puts all that there is about the person into one file, which hangs at the request when the job is done: a zip with a
     * page to read, the data as JSON, and all files. Takes a proof, see {@link
     * org.sencrm.api.access.Access#requireProof}. Files at requests are opened only by those who have the permission.
     *
     * @param request id of the record
     * @throws org.sencrm.api.fault.NotNow where it is not open
     */
    Job export(Caller caller, long request);

    /**
     * What would be erased now and what would stay. Reads only.
     *
     * @param request id of the record, of the kind {@code erase}
     * @throws org.sencrm.api.fault.NotNow where it is more than {@link #MOST} records
     */
    Plan plan(Caller caller, long request);

    /**
     * Erases the person, for good: nobody can take it back. The job's result, and the request, say how many of what went and
     * what stays and why, without any word about the person. Takes a proof.
     *
     * @param digest of the plan that the caller saw
     * @throws org.sencrm.api.fault.NotNow where something has changed since, or the request is done
     */
    Job erase(Caller caller, long request, String digest);

    /**
     * What an erasure does.
     *
     * @param digest changes with what it does
     * @param lines persons first, then by what becomes of it and by type
     * @param persons the records that are the person, with their labels, the one that was asked about first; those in the
     *     trash, too. Several are one person where they were merged, or have the same name and the same e-mail address
     * @param alike records, with their labels, that have the same name and the same telephone number only: they may be the
     *     same person, or somebody at the same switchboard. They stay as they are unless somebody merges them first
     */
    record Plan(String digest, List<Line> lines, List<Reference> persons, List<Reference> alike) {

        public Plan(String digest, List<Line> lines) {
            this(digest, lines, List.of(), List.of());
        }
    }

    /**
     * Records of one type, or what belongs to them.
     *
     * @param type of the records
     * @param what happens to them
     * @param records how many
     * @param files that go with them, or stay with them where the records stay
     * @param comments likewise
     * @param reason why they stay, in the caller's language; null where they go
     */
    record Line(String type, Fate what, long records, long files, long comments, String reason) {}

    /** What becomes of a record. */
    enum Fate {
        /** A person: stays as an empty shell to which the work of the company goes on pointing. */
        EMPTIED,
        /** Goes for good. */
        GONE,
        /** Stays, without the words that name the person. */
        KEPT;

        /** The name in REST. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
