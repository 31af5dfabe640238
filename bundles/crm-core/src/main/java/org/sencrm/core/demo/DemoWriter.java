package org.sencrm.core.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.demo.DemoData;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.core.record.RecordService;

/**
 * Writes the records of one loading and notes each in the ledger. All modules together use one, each with random numbers of
 * its own, so that none depends on which others are installed.
 */
final class DemoWriter implements DemoData.Writer {

    private static final String CHANNEL = "demo";
    private static final int FIRST_HOUR = 8;
    private static final int WORKING_MINUTES = 9 * 60;
    private static final long SEED = 20_261_122;

    private final RecordService records;
    private final Access access;
    private final DemoLedger ledger;
    private final Caller administrator;
    private final LocalDate today;
    private final Map<String, List<RecordData>> written = new HashMap<>();
    private Random random = new Random(SEED);
    private int count;

    /** @param loading who loads, in the job */
    DemoWriter(RecordService records, Access access, DemoLedger ledger, Caller loading) {
        this.records = records;
        this.access = access;
        this.ledger = ledger;
        this.administrator = loading.through(CHANNEL);
        this.today = LocalDate.now(loading.zone());
    }

    /** To be called before each module's turn. */
    void nextModule() {
        random = new Random(SEED);
    }

    int count() {
        return count;
    }

    @Override
    public RecordData create(String asUser, String type, Map<String, ?> values) {
        RecordData created =
                asUser == null ? records.create(administrator, type, values) : createAs(asUser, type, values);
        ledger.add(type, created.id(), count++, administrator.job());
        written.computeIfAbsent(type, any -> new ArrayList<>()).add(created);
        return created;
    }

    @Override
    public RecordData create(String asUser, String type, LocalDate on, Map<String, ?> values) {
        // spread over the working hours, the same way at each start
        Instant then = on.atTime(FIRST_HOUR, 0)
                .atZone(administrator.zone())
                .toInstant()
                .plus(Duration.ofMinutes(count % WORKING_MINUTES));
        return records.asOf(then, () -> create(asUser, type, values));
    }

    /** With the user's own rights; where an administrator has taken these from the roles, in the user's place. */
    private RecordData createAs(String asUser, String type, Map<String, ?> values) {
        long id = userId(asUser);
        Caller user = new Caller(id, administrator.locale(), administrator.zone(), CHANNEL, administrator.job());
        if (access.may(user, Right.CREATE, type)) {
            return records.create(user, type, values);
        }
        Map<String, Object> owned = new HashMap<>(values);
        owned.putIfAbsent("owner", Reference.to("users", id));
        return records.create(administrator, type, owned);
    }

    private long userId(String userName) {
        return written("users").stream()
                .filter(user -> userName.equals(user.text("userName")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no demo user has this name: " + userName))
                .id();
    }

    @Override
    public List<RecordData> written(String type) {
        return List.copyOf(written.getOrDefault(type, List.of()));
    }

    @Override
    public Random random() {
        return random;
    }

    @Override
    public LocalDate today() {
        return today;
    }
}
