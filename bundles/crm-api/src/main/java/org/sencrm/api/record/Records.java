package org.sencrm.api.record;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;

/**
 * The one way to read and change records, for screens, REST, imports and modules alike. Every call passes the access
 * gate: what the caller may not see does not exist for it, and a field it may not read is absent. Thread safe.
 *
 * <p>Faults: {@link org.sencrm.api.fault.NotFound} for a type or record that is not there or may not be seen,
 * {@link org.sencrm.api.fault.Forbidden} for what the caller may see and not do,
 * {@link org.sencrm.api.fault.InvalidRequest} for a question that makes no sense (unknown field, broken filter or
 * cursor), {@link org.sencrm.api.fault.InvalidRecord} for values that are refused,
 * {@link org.sencrm.api.fault.Conflict} where somebody else was faster.
 *
 * <p>Each change commits before the call returns, or joins the transaction of {@link #inTransaction} around it.
 */
@ProviderType
public interface Records {

    Page list(Caller caller, Query query);

    /** As {@link #list(Caller, Query)}, and of what the caller may see only that for which this right is granted too. */
    Page list(Caller caller, Right right, Query query);

    /**
     * The page of the query and those that follow it, each read when it is asked for, so that no more than one is in memory. A
     * record that changes meanwhile and finds another place in the order may be met twice or not at all; others are not
     * shifted by it.
     *
     * @since 1.5
     */
    default Stream<Page> pages(Caller caller, Query query) {
        return Stream.iterate(
                list(caller, query),
                Objects::nonNull,
                page -> page.next() == null ? null : list(caller, query.after(page.next())));
    }

    /**
     * All records that the query finds from its cursor on, as {@link #pages} in the largest ones that there are.
     *
     * @since 1.5
     */
    default Stream<RecordData> all(Caller caller, Query query) {
        return pages(caller, query.limitedTo(Query.MAX_LIMIT)).flatMap(page -> page.items().stream());
    }

    /** How many records the query finds, regardless of its limit and cursor. */
    long count(Caller caller, Query query);

    /**
     * As {@link #count(Caller, Query)}, without going on once there are more than a screen can usefully say.
     *
     * @param most at least 1
     * @return the number of records; {@code most + 1} where there are more than that
     */
    default long countUpTo(Caller caller, Query query, long most) {
        return Math.min(count(caller, query), most + 1);
    }

    RecordData get(Caller caller, String type, long id);

    Summary summarize(Caller caller, SummaryQuery query);

    /**
     * What all records of a type come to, whoever may open them: for somebody with a role whose line has
     * {@code "totals":"all"}. There is no filter, and there are only counts and sums, so that no two answers tell of one record
     * by their difference. Groups with too few records of others, or with those of a single owner, are told together
     * as {@link Summary#OTHERS}; groups without records are left out. Amounts in several currencies are one figure in the
     * company's. A sum that would tell of too few amounts is absent: from the groups, or from the total as well; so is any of
     * a field that is made of other fields or records. An answer may be a minute old.
     *
     * @param group name of the field of the type's board, or one that the setting
     *     {@link org.sencrm.api.access.Access#TOTALS_FIELDS} names; null for the total alone
     * @param measures {@code count} or {@code sum:field}
     * @return empty where no role of the caller says so, where the caller reads all records anyway, where groups of this
     *     field are not told, and where there are too few records of others
     * @since 1.5
     */
    default Optional<Summary> companyTotals(Caller caller, String type, String group, List<String> measures) {
        return Optional.empty();
    }

    /**
     * @param values by field name; a value may be of the kind's Java type or in the form in which JSON has it
     * @return the record as stored
     */
    RecordData create(Caller caller, String type, Map<String, ?> values);

    /**
     * Changes the named fields and leaves the others.
     *
     * @param version the version that the caller saw
     * @param patch by field name; null takes a value away
     */
    RecordData update(Caller caller, String type, long id, long version, Map<String, ?> patch);

    /** Puts the record into the trash. */
    void delete(Caller caller, String type, long id, long version);

    /** Takes the record out of the trash. */
    RecordData restore(Caller caller, String type, long id);

    /**
     * Takes a record out of the trash for good: row, unique values, search entries. Only an administrator or the product
     * itself may, as nobody can take it back and the rights of roles end at the trash. What points to the record stays
     * and reads as a reference without a label. The change log is append-only: it gains one entry that says who purged
     * the record and when, without any value, and nobody reaches the entries before it through this service any more.
     *
     * @param version the version that the caller saw in the trash
     */
    void purge(Caller caller, String type, long id, long version);

    /** Runs an action that a module offers. */
    Object act(Caller caller, String type, long id, String action, Map<String, Object> input);

    /** Names of the actions that are offered on this record now. */
    List<String> actions(Caller caller, String type, long id);

    /**
     * What happened to the record, newest first.
     *
     * @param before id of a change; only older ones are given; 0 for the newest
     */
    List<Change> history(Caller caller, String type, long id, int limit, long before);

    /**
     * As {@link #create}, at most once for a key: within 24 hours the same key and values give the record that the first
     * call created, the same key with other values is refused ({@code idempotencyKey}).
     */
    RecordData createOnce(Caller caller, String type, Map<String, ?> values, String key);

    /**
     * What happened around the record, newest first: its changes, and the activities that concern it.
     *
     * @param before only what is older; null for the newest
     */
    List<TimelineEntry> timeline(Caller caller, String type, long id, int limit, java.time.Instant before);

    /** As {@link #timeline(Caller, String, long, int, java.time.Instant)}, of some kinds or by one person only. */
    default List<TimelineEntry> timeline(Caller caller, String type, long id, TimelineQuery query) {
        return timeline(caller, type, id, query.limit(), query.before()).stream()
                .filter(entry -> query.wants(entry.kind())
                        && (query.by() == 0 || entry.by() != null && entry.by().id() == query.by()))
                .toList();
    }

    /**
     * Takes back what a job changed, newest change first: what it created is purged, what it updated gets its old values
     * back. A record that somebody changed since keeps what they changed. Call again until finished; each call commits.
     *
     * @param limit how many changes to take back in this call
     */
    Reverted revert(Caller caller, long job, int limit);

    /**
     * @param reverted changes taken back in this call
     * @param kept changes that stay because somebody changed the record since
     */
    record Reverted(int reverted, int kept, boolean finished) {}

    /**
     * The record of this type with this external id; null where there is none. As {@link #get} otherwise.
     */
    RecordData byExternalId(Caller caller, String type, String externalId);

    /** Runs the work in one transaction: all of its changes are committed together, or none where it throws. */
    <T> T inTransaction(Supplier<T> work);
}
