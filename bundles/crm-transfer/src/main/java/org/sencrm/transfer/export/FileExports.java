package org.sencrm.transfer.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.text.Messages;
import org.sencrm.api.transfer.Exports;

/** The service: pages through what the caller may both see and export, and writes each page before it reads the next. */
@Component(service = Exports.class)
public final class FileExports implements Exports {

    /** Before the first line, as whoever reads may break off and have seen a part. */
    private static final String BEGUN = "records.exportBegun";

    private static final String WRITTEN = "records.exported";

    private final Records records;
    private final RecordTypes types;
    private final Access access;
    private final Messages messages;
    private final AuditTrail audit;

    @Activate
    public FileExports(
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Access access,
            @Reference Messages messages,
            @Reference AuditTrail audit) {
        this.audit = audit;
        this.records = records;
        this.types = types;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public long write(Caller caller, Query query, Format format, OutputStream file) {
        RecordType type = types.get(query.type());
        if (!access.may(caller, Right.EXPORT, type.name())) {
            throw new Forbidden(messages.text(
                    caller.locale(), "transfer.forbidden.export", messages.many(caller.locale(), type.name())));
        }
        List<Field> fields = Columns.fields(type, access.hiddenFields(caller, type.name()), query.fields());
        Query pages = query.reading(fields.stream().map(Field::name).toList())
                .limitedTo(Query.MAX_LIMIT)
                .after(null);
        // the first page is read before anything is written: a filter that makes no sense must not begin a file
        Page first = records.list(caller, Right.EXPORT, pages);
        AuditEvent event = event(query, format, fields.size());
        audit.note(caller, event);
        try {
            OutputStream out = new BufferedOutputStream(file, 1 << 16);
            RecordWriter writer = writer(type, fields, format, out);
            long written = writeAll(caller, pages, first, writer);
            writer.finish();
            out.flush();
            audit.note(caller, event.ofKind(WRITTEN).with("records", written));
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was asked for in words of the type; a filter may hold names of people, so only that there was one is told. */
    private static AuditEvent event(Query query, Format format, int fields) {
        return AuditEvent.of(BEGUN)
                .on(query.type())
                .with("format", format.name().toLowerCase(Locale.ROOT))
                .with("fields", fields)
                .with("filtered", !query.filter().isEmpty() || !query.text().isEmpty());
    }

    private long writeAll(Caller caller, Query query, Page first, RecordWriter writer) throws IOException {
        long written = 0;
        Page page = first;
        while (true) {
            for (RecordData record : page.items()) {
                writer.write(record);
                written++;
            }
            writer.flush();
            if (page.next() == null) {
                return written;
            }
            page = records.list(caller, Right.EXPORT, query.after(page.next()));
        }
    }

    private static RecordWriter writer(RecordType type, List<Field> fields, Format format, OutputStream out)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvWriter(out, Columns.of(fields));
            case XLSX -> new XlsxWriter(out, type.name(), Columns.of(fields));
            case JSONL -> new JsonLinesWriter(out, fields);
        };
    }
}
