package org.sencrm.core.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sencrm.api.demo.DemoData;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.search.Folding;

/** Keeps what is written in memory, with the fields that the engine would fill in. */
final class MemoryWriter implements DemoData.Writer {

    private final LocalDate today;
    private final Map<String, List<RecordData>> written = new HashMap<>();
    private Random random = new Random(1);
    private long ids = 100;

    MemoryWriter(LocalDate today) {
        this.today = today;
    }

    void fill(DemoData share) {
        random = new Random(1);
        share.fill(this);
    }

    @Override
    public RecordData create(String asUser, String type, Map<String, ?> values) {
        Map<String, Object> stored = new HashMap<>(values);
        if (type.equals("users")) {
            stored.put("userName", Folding.fold((String) values.get("name")).replace(' ', '.'));
        }
        if (asUser != null) {
            stored.put("owner", Reference.to("users", id(asUser)));
        }
        RecordData created = new RecordData(type, ids++, 1, stored);
        written.computeIfAbsent(type, any -> new ArrayList<>()).add(created);
        return created;
    }

    @Override
    public RecordData create(String asUser, String type, LocalDate on, Map<String, ?> values) {
        assertFalse(on.isAfter(today), type);
        return create(asUser, type, values);
    }

    private long id(String userName) {
        return written("users").stream()
                .filter(user -> userName.equals(user.text("userName")))
                .findFirst()
                .orElseThrow()
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
