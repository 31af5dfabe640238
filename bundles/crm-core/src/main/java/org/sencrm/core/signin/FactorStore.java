package org.sencrm.core.signin;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorKind;
import org.sencrm.api.signin.FactorKind.Enrolment;
import org.sencrm.api.signin.FactorListener.Event;
import org.sencrm.core.secret.Secrets;
import org.sencrm.core.signin.FactorTable.Row;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;

/**
 * The second factors of all users: what is stored, and the modules that know what it means. An answer is spent by the one
 * update that moves the factor from the state that was read to the next, so that of any number of answers at once, here and on
 * other nodes, one counts. No rights.
 */
@Component(service = FactorStore.class)
public final class FactorStore {

    /** So often an answer is looked at again because another one was spent at the same moment. */
    private static final int ROUNDS = 3;

    private static final int LONGEST_ANSWER = 200;

    private final Database database;
    private final Secrets secrets;
    private final FactorKinds kinds;
    private final Clock clock;
    private final FactorTable table = new FactorTable();

    @Activate
    public FactorStore(@Reference Database database, @Reference Secrets secrets, @Reference FactorKinds kinds) {
        this(database, secrets, kinds, Clock.systemUTC());
    }

    FactorStore(Database database, Secrets secrets, FactorKinds kinds, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.kinds = kinds;
        this.clock = clock;
    }

    FactorKinds kinds() {
        return kinds;
    }

    /** Oldest first, confirmed or not. */
    List<Factor> of(long user) {
        return database.read(connection -> table.of(connection, user)).stream()
                .map(Row::factor)
                .toList();
    }

    /** The kinds of the user's confirmed factors, whether or not a module is there for them. */
    Set<String> kindsOf(long user) {
        Set<String> found = new HashSet<>();
        of(user).stream().filter(Factor::active).map(Factor::kind).forEach(found::add);
        return found;
    }

    Optional<Factor> find(long id) {
        return Optional.ofNullable(database.read(connection -> table.find(connection, id)))
                .map(Row::factor);
    }

    /** Begins a factor, in place of one that was begun before. */
    Map<String, Object> begin(long id, long user, String kind, String label, Enrolment enrolment) {
        return database.write(connection -> {
            table.deletePending(connection, user);
            insert(connection, new Factor(id, user, kind, label, false, now(), null), false, enrolment);
            return enrolment.told();
        });
    }

    /** Puts a backup, which needs no proof, in the place of those of its kind. */
    Map<String, Object> replace(Connection connection, long user, String kind, String label, Enrolment enrolment)
            throws SQLException {
        for (Row row : table.of(connection, user)) {
            if (row.factor().kind().equals(kind)) {
                table.delete(connection, row.factor().id());
            }
        }
        insert(connection, new Factor(Ids.next(), user, kind, label, true, now(), null), true, enrolment);
        return enrolment.told();
    }

    private void insert(Connection connection, Factor factor, boolean backup, Enrolment enrolment) throws SQLException {
        table.insert(connection, factor, backup, secrets.encrypt(enrolment.state(), purpose(factor.id())));
    }

    /**
     * Spends a right answer on one of the user's confirmed factors.
     *
     * @param kind of which the factor has to be; null for any
     * @return the factor; empty for an answer that is wrong or spent
     */
    Optional<Factor> answer(long user, String kind, String answer) {
        return of(user).stream()
                .filter(factor ->
                        factor.active() && (kind == null || factor.kind().equals(kind)))
                .filter(factor -> spend(factor.id(), answer))
                .findFirst();
    }

    /** @return false where there were as many tries to confirm it already */
    boolean countTry(long id, int most) {
        return database.write(connection -> table.countTry(connection, id, most));
    }

    /** Spends the answer; a factor that was not confirmed is so from now on. */
    boolean spend(long id, String answer) {
        if (answer == null || answer.length() > LONGEST_ANSWER) {
            return false;
        }
        for (int round = 0; round < ROUNDS; round++) {
            Row row = database.read(connection -> table.find(connection, id));
            Optional<String> next = row == null ? Optional.empty() : next(row, answer);
            if (next.isEmpty()) {
                return false;
            }
            String secret = secrets.encrypt(next.get(), purpose(id));
            Instant at = now();
            if (database.write(connection -> table.spend(connection, row, secret, at))) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> next(Row row, String answer) {
        // null where the key of this home is another one: then no answer is right
        String state = secrets.decrypt(row.secret(), purpose(row.factor().id()));
        Optional<FactorKind> kind = kinds.find(row.factor().kind());
        return state == null ? Optional.empty() : kind.flatMap(found -> found.verify(state, answer, clock.instant()));
    }

    /** Takes a factor away, and those that only stand in for others once there is nothing left to stand in for. */
    void remove(Factor factor, Caller by) {
        boolean removed = database.write(connection -> {
            if (!table.delete(connection, factor.id())) {
                return false;
            }
            List<Row> rest = table.of(connection, factor.user());
            if (rest.stream().noneMatch(Row::standsForItself)) {
                for (Row row : rest) {
                    if (row.backup()) {
                        table.delete(connection, row.factor().id());
                    }
                }
            }
            return true;
        });
        if (removed && factor.active()) {
            database.afterCommit(() -> kinds.tell(Event.REMOVED, factor, by));
        }
    }

    /** Whether the user has another factor that stands for itself. */
    boolean hasBeside(Factor factor) {
        return database.read(connection -> table.of(connection, factor.user())).stream()
                .anyMatch(row -> row.standsForItself() && row.factor().id() != factor.id());
    }

    /** Takes all factors of a user away. */
    void removeAll(long user, Caller by) {
        List<Factor> all = of(user);
        database.write(connection -> {
            table.deleteAll(connection, user);
            return null;
        });
        database.afterCommit(
                () -> all.stream().filter(Factor::active).forEach(factor -> kinds.tell(Event.REMOVED, factor, by)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String purpose(long id) {
        return "factor:" + id;
    }
}
