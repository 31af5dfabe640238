package org.sencrm.core.signin;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.ClientCertificate;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorKind;
import org.sencrm.api.signin.FactorKind.Attempt;
import org.sencrm.api.signin.FactorKind.Enrolment;
import org.sencrm.api.signin.FactorKind.Verdict;
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

    private static final int LONGEST_ANSWER = 20_000;

    /** The thing is a factor already, perhaps of somebody else. */
    private static final String TAKEN = "taken";

    private final Database database;
    private final Secrets secrets;
    private final FactorKinds kinds;
    private final SecurityLog log;
    private final Clock clock;
    private final FactorTable table = new FactorTable();

    @Activate
    public FactorStore(@Reference Database database, @Reference Secrets secrets, @Reference FactorKinds kinds) {
        this(database, secrets, kinds, new SecurityLog(database), Clock.systemUTC());
    }

    FactorStore(Database database, Secrets secrets, FactorKinds kinds, SecurityLog log, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.kinds = kinds;
        this.log = log;
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

    /** The confirmed ones of everybody. */
    List<Factor> ofKind(String kind) {
        return database.read(connection -> table.ofKind(connection, kind)).stream()
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

    /** The states of the user's confirmed factors of a kind. */
    List<String> states(long user, String kind) {
        return states(user, kind, 0);
    }

    /** @param but id of a factor that is left out */
    private List<String> states(long user, String kind, long but) {
        return database.read(connection -> table.of(connection, user)).stream()
                .filter(row -> row.factor().active()
                        && row.factor().kind().equals(kind)
                        && row.factor().id() != but)
                .flatMap(row -> Stream.ofNullable(state(row)))
                .toList();
    }

    /**
     * What is needed to work out an answer with the user's factors of a kind; nothing for answers that are typed.
     *
     * @return empty where none of them can be answered with now
     */
    Optional<Map<String, Object>> options(long user, String kind, String nonce) {
        try {
            return kinds.find(kind).flatMap(found -> found.options(nonce, states(user, kind)));
        } catch (Unavailable away) {
            return Optional.empty();
        }
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
        return answer(user, kind, answer, null);
    }

    /** @param nonce for which the answer was given; null for none */
    Optional<Factor> answer(long user, String kind, String answer, String nonce) {
        Map<Factor, String> refused = new LinkedHashMap<>();
        Optional<Factor> used = of(user).stream()
                .filter(factor ->
                        factor.active() && (kind == null || factor.kind().equals(kind)))
                .filter(factor -> spend(factor.id(), answer, nonce, refused))
                .findFirst();
        if (used.isEmpty()) {
            refused.forEach(this::noteRefused);
        }
        return used;
    }

    private void noteRefused(Factor factor, String reason) {
        log.done(
                Caller.system(),
                factor.user(),
                "factor.refused",
                "factor",
                factor.id(),
                "kind",
                factor.kind(),
                "reason",
                reason);
    }

    /** @return false where there were as many tries to confirm it already */
    boolean countTry(long id, int most) {
        return database.write(connection -> table.countTry(connection, id, most));
    }

    /** Spends the answer; a factor that was not confirmed is so from now on. */
    boolean spend(long id, String answer) {
        Map<Factor, String> refused = new LinkedHashMap<>();
        boolean spent = spend(id, answer, null, refused);
        refused.forEach(this::noteRefused);
        return spent;
    }

    /** @param refused gets why it was not spent, where the kind tells */
    private boolean spend(long id, String answer, String nonce, Map<Factor, String> refused) {
        if (answer == null || answer.length() > LONGEST_ANSWER) {
            return false;
        }
        for (int round = 0; round < ROUNDS; round++) {
            Row row = database.read(connection -> table.find(connection, id));
            Verdict verdict = row == null ? Verdict.wrong() : judge(row, answer, nonce);
            if (verdict.next() == null) {
                if (verdict.reason() != null) {
                    refused.put(row.factor(), verdict.reason());
                }
                return false;
            }
            if (database.write(connection -> spend(connection, row, verdict))) {
                return true;
            }
        }
        return false;
    }

    private boolean spend(Connection connection, Row row, Verdict right) throws SQLException {
        String secret = secrets.encrypt(right.next(), purpose(row.factor().id()));
        if (!table.spend(connection, row, secret, now())) {
            return false;
        }
        if (right.carrier() != null) {
            table.bind(connection, row, right.carrier());
        }
        return true;
    }

    private Verdict judge(Row row, String answer, String nonce) {
        Factor factor = row.factor();
        String state = state(row);
        Optional<FactorKind> kind = kinds.find(factor.kind()).filter(found -> answer.length() <= found.longestAnswer());
        if (state == null || kind.isEmpty()) {
            return Verdict.wrong();
        }
        List<String> others = states(factor.user(), factor.kind(), factor.id());
        Verdict verdict = kind.get()
                .judge(state, answer, new Attempt(nonce, others, clock.instant(), ClientCertificate.served()));
        if (verdict.copied()) {
            log.done(Caller.system(), factor.user(), "factor.copied", "factor", factor.id(), "kind", factor.kind());
            kinds.tellCopied(factor);
        }
        boolean taken = verdict.carrier() != null
                && database.read(connection -> table.isTaken(connection, row, verdict.carrier()));
        return taken ? Verdict.wrong(TAKEN) : verdict;
    }

    /** Null where the key of this home is another one: then no answer is right. */
    private String state(Row row) {
        return secrets.decrypt(row.secret(), purpose(row.factor().id()));
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
