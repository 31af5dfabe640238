package org.sencrm.modules;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sencrm.api.access.Caller;
import org.sencrm.api.module.ModuleData;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.transfer.Exports;

/**
 * A folder of files: for a module that runs, one for each record type that can be imported again, and beside it another one
 * where there is something in the trash; for one that does not run, and so cannot tell its records, a copy of its tables. The
 * values of fields that it added to types of others are a file for
 * each of these types.
 */
final class RecordFarewell implements Farewell {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Home home;
    private final ModuleTables tables;
    private final ModuleData data;
    private final Supplier<Optional<RecordTypes>> types;
    private final Supplier<Optional<Exports>> exports;
    private final Clock clock;

    RecordFarewell(
            Home home,
            ModuleTables tables,
            ModuleData data,
            Supplier<Optional<RecordTypes>> types,
            Supplier<Optional<Exports>> exports,
            Clock clock) {
        this.home = home;
        this.tables = tables;
        this.data = data;
        this.types = types;
        this.exports = exports;
        this.clock = clock;
    }

    @Override
    public void export(String module) throws Exception {
        Path folder = home.exports().resolve(module + "-" + TIME.format(clock.instant()));
        if (!tables.of(module).isEmpty()) {
            Files.createDirectories(folder);
            exportRecords(module, folder);
        }
        data.visitFields(module, (type, fields) -> {
            Files.createDirectories(folder);
            exportFields(type, fields, folder);
        });
    }

    private void exportRecords(String module, Path folder) throws Exception {
        List<RecordType> known = types.get().map(RecordTypes::all).orElse(List.of()).stream()
                .filter(type -> type.module().equals(module))
                .toList();
        if (known.isEmpty() || exports.get().isEmpty()) {
            tables.save(module, folder.resolve("tables.copy"));
            return;
        }
        for (RecordType type : known) {
            write(Query.of(type.name()), folder.resolve(type.name() + ".csv"));
            Path trash = folder.resolve(type.name() + "-trash.csv");
            if (write(Query.of(type.name()).inTrash(), trash) == 0) {
                Files.delete(trash);
            }
        }
    }

    /** With both ids, by which an import knows a file of ours and finds the records again, and with their names. */
    private void exportFields(String type, List<String> fields, Path folder) throws IOException {
        RecordType known = types.get()
                .orElseThrow(() -> new IOException("no record types to export from"))
                .get(type);
        List<String> columns = new ArrayList<>(List.of("id", "externalId", known.labelField()));
        columns.addAll(fields);
        String filled = fields.stream().map(name -> name + "=isnull=false").collect(Collectors.joining(","));
        Query query = Query.of(type).where(filled).reading(columns);
        write(query, folder.resolve(type + "-fields.csv"));
    }

    /** Gives how many records there are in the file. */
    private long write(Query query, Path file) throws IOException {
        Exports service = exports.get().orElseThrow(() -> new IOException("no exports to write to"));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        long written;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            written = service.write(Caller.system(), query, Exports.Format.CSV, out);
        }
        Home.place(part, file);
        return written;
    }
}
