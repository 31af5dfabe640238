package org.sencrm.api.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Reference;

/**
 * What a person allows. Each fact, a consent given or withdrawn, is a record of the type {@value #TYPE} that nobody changes
 * afterwards: a withdrawal is a new fact. Persons are records of types that say so, see {@link
 * org.sencrm.api.record.RecordType#isPerson}. Thread safe.
 *
 * <p>Whoever writes to people, calls them or makes profiles of them asks here first, at the moment at which they do it. The
 * answer is no unless the person said yes, and it is no for a person who was erased.
 *
 * <pre>{@code
 * Set<Long> allowed = consents.permitted("contacts", ids, "newsletter", "email");
 * }</pre>
 *
 * <p>Facts are recorded as records of the type: {@code person} (a reference), {@code purpose} (a code of the list that the
 * administrator keeps), {@code state} ({@value #GIVEN} or {@value #WITHDRAWN}), and where they are known {@code channel},
 * {@code statedAt} (now unless said), {@code origin}, {@code textVersion} and {@code proof}.
 */
@ProviderType
public interface Consents {

    /** The record type of facts. */
    String TYPE = "consents";

    /** State of a consent that was given. */
    String GIVEN = "given";

    /** State of a consent that was withdrawn. */
    String WITHDRAWN = "withdrawn";

    /**
     * Whether the person allows it through every channel: the last word that names no channel is yes, and none was withdrawn
     * since.
     */
    boolean may(Reference person, String purpose);

    /**
     * Whether the person allows it through this channel: the last word about this channel or about all is yes.
     *
     * @param channel code of a choice of the field {@code channel}, such as {@code email}
     */
    boolean may(Reference person, String purpose, String channel);

    /**
     * Those of many persons who allow it.
     *
     * @param type of the persons
     * @param persons ids, any number
     * @param channel null for every channel, as in {@link #may(Reference, String)}
     */
    Set<Long> permitted(String type, Collection<Long> persons, String purpose, String channel);

    /**
     * What a person said last: for each purpose, and each channel of which something was said by itself, the newest fact; by
     * purpose. Of the facts that the caller may read only, and nothing where the caller may not read of a fact what was said.
     * Who decides whether to write to the person asks {@link #may(Reference, String, String)}, which knows all facts.
     *
     * @throws org.sencrm.api.fault.NotFound where there is no such person, or the caller may not see them
     */
    List<Fact> current(Caller caller, Reference person);

    /**
     * Something that a person said.
     *
     * @param id of the record
     * @param channel null for every channel
     * @param given false for withdrawn
     * @param at null where the caller may not read it
     * @param origin how it reached the company; null where it is not known, or the caller may not read it
     * @param textVersion of the text to which the person said yes; null likewise
     */
    record Fact(
            long id, String purpose, String channel, boolean given, Instant at, String origin, String textVersion) {}
}
