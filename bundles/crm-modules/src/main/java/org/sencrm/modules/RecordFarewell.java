package org.sencrm.modules;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.transfer.Exports;

/**
 * A folder of files: for a module that runs, one for each record type that can be imported again; for one that does not,
 * and so cannot tell its records, a copy of its tables.
 */
final class RecordFarewell implements Farewell {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Home home;
    private final ModuleTables tables;
    private final Supplier<Optional<RecordTypes>> types;
    private final Supplier<Optional<Exports>> exports;
    private final Clock clock;

    RecordFarewell(
            Home home,
            ModuleTables tables,
            Supplier<Optional<RecordTypes>> types,
            Supplier<Optional<Exports>> exports,
            Clock clock) {
        this.home = home;
        this.tables = tables;
        this.types = types;
        this.exports = exports;
        this.clock = clock;
    }

    @Override
    public void export(String module) throws Exception {
        if (tables.of(module).isEmpty()) {
            return;
        }
        Path folder = home.exports().resolve(module + "-" + TIME.format(clock.instant()));
        Files.createDirectories(folder);
        List<RecordType> known = types.get().map(RecordTypes::all).orElse(List.of()).stream()
                .filter(type -> type.module().equals(module))
                .toList();
        if (known.isEmpty() || exports.get().isEmpty()) {
            tables.save(module, folder.resolve("tables.copy"));
            return;
        }
        for (RecordType type : known) {
            write(exports.get().get(), type.name(), folder);
        }
    }

    private static void write(Exports exports, String type, Path folder) throws IOException {
        Path part = folder.resolve(type + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            exports.write(Caller.system(), Query.of(type), Exports.Format.JSONL, out);
        }
        Home.place(part, folder.resolve(type + ".jsonl"));
    }
}
