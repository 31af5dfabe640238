package org.sencrm.transfer.support;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordData;

/** What an import meets, all in memory. */
public final class Crm {

    public static final Caller LAN = new Caller(7, Locale.ENGLISH, ZoneId.of("Asia/Ho_Chi_Minh"), "rest", 0);
    public static final Caller MAI = new Caller(8, Locale.ENGLISH, ZoneId.of("Asia/Ho_Chi_Minh"), "rest", 0);
    public static final Caller ADMINISTRATOR = new Caller(1, Locale.ENGLISH, ZoneId.of("UTC"), "rest", 0);

    public final Types types = new Types();
    public final LocalSource source = new LocalSource();
    public final MemoryRecords records = new MemoryRecords(types, source);
    public final Rights rights = new Rights();
    public final FileMessages messages = new FileMessages()
            .with("en", "type.teams.plural", "Teams")
            .with("en", "type.accounts", "Account")
            .with("en", "type.products", "Product");
    public final ThreadJobs jobs = new ThreadJobs();
    public final MemoryTrail audit = new MemoryTrail();
    public final Path folder;

    public Crm(Path folder) {
        this.folder = folder;
    }

    public RecordData add(String type, Map<String, ?> values) {
        return records.create(Caller.system(), type, values);
    }
}
