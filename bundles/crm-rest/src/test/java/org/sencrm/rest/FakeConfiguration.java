package org.sencrm.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.Configuration;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.Promotion;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;

/** One change, which can be taken back, and a promotion of the one file that it knows. */
final class FakeConfiguration implements Configuration {

    static final long VERSION = 123_456_789_012_345_678L;

    static final String FILE = """
            {
              "format" : 1,
              "parts" : { "settings" : { "company.name" : { "value" : "Công ty Sen" } } }
            }
            """;

    private final Map<String, ConfigurationItem> changes = new LinkedHashMap<>(Map.of(
            "company.currency",
            new ConfigurationItem(
                    "company.currency",
                    Map.of("value", "VND"),
                    Map.of("value", "USD"),
                    Instant.EPOCH,
                    FakeCrm.ANNA_REFERENCE,
                    ConfigurationItem.TakeBack.UNDOABLE)));

    @Override
    public List<Area> changes(Caller caller) {
        return List.of(new Area(
                "settings",
                "Company settings",
                changes.values().stream()
                        .map(item -> new Change(null, "Currency", item, VERSION))
                        .toList()));
    }

    @Override
    public ConfigurationItem takeBack(Caller caller, String part, String key, Long version) {
        if (version != null && version != VERSION) {
            throw new Conflict("Somebody changed it", VERSION, List.of());
        }
        ConfigurationItem item = "settings".equals(part) ? changes.remove(key) : null;
        if (item == null) {
            throw new NotFound("There is no such change");
        }
        return item;
    }

    @Override
    public void putBack(Caller caller, String part, ConfigurationItem item) {
        changes.put(item.key(), item);
    }

    @Override
    public String write(Caller caller) {
        return FILE;
    }

    @Override
    public Promotion promote(Caller caller, String file, boolean dryRun) {
        if (!FILE.equals(file)) {
            throw new InvalidRequest("No configuration");
        }
        Promotion.Line line = new Promotion.Line(
                "settings",
                "company.name",
                null,
                "Name",
                Promotion.State.CHANGED,
                Map.of("value", "Sen"),
                Map.of("value", "Công ty Sen"),
                null);
        return new Promotion(dryRun, List.of(line));
    }
}
