package org.sencrm.vietnam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.vietnam.Units.Unit;

/**
 * Brings provinces and communes up to date by their codes, a few hundred at a time: what is new is created, what is called
 * otherwise now is renamed, what is gone stays for the addresses that name it and is marked. Units that an administrator
 * added are left alone. It can be interrupted at any point and begun again.
 */
final class UnitLoad implements Jobs.Work {

    private static final int TOGETHER = 200;
    private static final String ACTIVE = "active";

    private final Records records;
    private final Units units;
    private final BooleanSupplier stopped;
    private final Runnable whenDone;

    /** What the records of the type that is being loaded are now, by code. */
    private final Map<String, RecordData> known = new HashMap<>();

    private final Map<String, Reference> provinces = new HashMap<>();
    private long done;
    private long created;
    private long changed;

    /**
     * @param stopped whether the module is on its way out
     * @param whenDone called once all is up to date
     */
    UnitLoad(Records records, Units units, BooleanSupplier stopped, Runnable whenDone) {
        this.records = records;
        this.units = units;
        this.stopped = stopped;
        this.whenDone = whenDone;
    }

    @Override
    public Map<String, Object> run(Caller caller, Jobs.Progress progress) {
        progress.total(units.provinces().size() + units.communes().size());
        boolean whole = load(Units.PROVINCES, units.provinces(), caller, progress);
        readAll(Units.PROVINCES);
        known.forEach((code, province) -> provinces.put(code, Reference.to(Units.PROVINCES, province.id())));
        whole = whole && load(Units.COMMUNES, units.communes(), caller, progress);
        if (whole) {
            whenDone.run();
        }
        return Map.of("version", units.version(), "created", created, "changed", changed);
    }

    private boolean load(String type, List<Unit> all, Caller caller, Jobs.Progress progress) {
        readAll(type);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            if (stopped.getAsBoolean() || progress.cancelled()) {
                return false;
            }
            List<Unit> part = all.subList(from, Math.min(from + TOGETHER, all.size()));
            records.inTransaction(() -> {
                part.forEach(unit -> bring(caller, type, unit));
                return null;
            });
            done += part.size();
            progress.done(done);
        }
        markGone(caller, type, all);
        return true;
    }

    private void readAll(String type) {
        known.clear();
        Query query = Query.of(type).limitedTo(Query.MAX_LIMIT);
        String cursor = null;
        do {
            Page page = records.list(Caller.system(), query.after(cursor));
            page.items().forEach(unit -> known.put(unit.text("code"), unit));
            cursor = page.next();
        } while (cursor != null);
    }

    private void bring(Caller caller, String type, Unit unit) {
        Map<String, Object> wanted = values(unit);
        RecordData there = known.get(unit.code());
        if (there == null) {
            wanted.put("code", unit.code());
            wanted.put("externalId", unit.code());
            records.create(caller, type, wanted);
            created++;
        } else if (differs(there, wanted)) {
            records.update(caller, type, there.id(), there.version(), wanted);
            changed++;
        }
    }

    private Map<String, Object> values(Unit unit) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(unit.province() == null ? "name" : "title", unit.title());
        values.put("kind", unit.kind());
        values.put(ACTIVE, true);
        if (unit.province() != null) {
            values.put("province", provinces.get(unit.province()));
        }
        return values;
    }

    private static boolean differs(RecordData there, Map<String, Object> wanted) {
        return wanted.entrySet().stream().anyMatch(entry -> {
            Object value = there.get(entry.getKey());
            return value instanceof Reference reference
                    ? reference.id() != ((Reference) entry.getValue()).id()
                    : !entry.getValue().equals(value);
        });
    }

    private void markGone(Caller caller, String type, List<Unit> all) {
        Set<String> codes = new HashSet<>();
        all.forEach(unit -> codes.add(unit.code()));
        List<RecordData> gone = new ArrayList<>(known.values());
        gone.removeIf(unit -> codes.contains(unit.text("code"))
                || unit.text("externalId") == null
                || Boolean.FALSE.equals(unit.get(ACTIVE)));
        gone.forEach(unit -> records.update(caller, type, unit.id(), unit.version(), Map.of(ACTIVE, false)));
        changed += gone.size();
    }
}
