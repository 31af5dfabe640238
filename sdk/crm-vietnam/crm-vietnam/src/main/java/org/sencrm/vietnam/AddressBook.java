package org.sencrm.vietnam;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.setting.Settings;

/**
 * Sees to it that the units which this version of the module brings are in the database, once after an installation or update.
 * It waits for the module's own types, which come a moment after the bundle.
 */
@Component(service = AddressBook.class, immediate = true)
public final class AddressBook {

    /** The day of which the units in the database are. */
    private static final String VERSION = "vietnam.units";

    private final Records records;
    private final Jobs jobs;
    private final Settings settings;
    private volatile boolean closed;
    private boolean begun;

    @Activate
    public AddressBook(@Reference Records records, @Reference Jobs jobs, @Reference Settings settings) {
        this.records = records;
        this.jobs = jobs;
        this.settings = settings;
    }

    @Reference(updated = "typesChanged")
    void typesChanged(RecordTypes types) {
        if (types.find(Units.PROVINCES).isPresent()
                && types.find(Units.COMMUNES).isPresent()) {
            begin();
        }
    }

    private synchronized void begin() {
        Units units = Units.read();
        if (begun || units.version().equals(settings.get(VERSION, ""))) {
            return;
        }
        begun = true;
        jobs.start(
                Caller.system(),
                "vietnam.units",
                new UnitLoad(
                        records, units, () -> closed, () -> settings.set(Caller.system(), VERSION, units.version())));
    }

    @Deactivate
    void close() {
        closed = true;
    }
}
