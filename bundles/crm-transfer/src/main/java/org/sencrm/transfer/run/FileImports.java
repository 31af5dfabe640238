package org.sencrm.transfer.run;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.api.transfer.Imports;
import org.sencrm.transfer.file.Row;
import org.sencrm.transfer.file.TableFile;
import org.sencrm.transfer.file.TableRows;
import org.sencrm.transfer.file.UnreadableFile;

/** The service: who may do what with which import, and what a caller is told. */
@Component(service = Imports.class)
public final class FileImports implements Imports {

    private static final int SHOWN_ROWS = 20;
    private static final int SURVEYED_ROWS = 2_000;

    private final Services services;
    private final Messages messages;
    private final Access access;
    private final Profiles profiles;
    private final Workshop workshop;
    private final Statuses statuses;

    @Activate
    public FileImports(
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Access access,
            @Reference Settings settings,
            @Reference Messages messages,
            @Reference Jobs jobs,
            @Reference Profiles profiles,
            @Reference(target = "(dataSourceName=crm-transfer)") DataSource source) {
        this(records, types, access, settings, messages, jobs, profiles, source, Path.of(home(), "files", "imports"));
        workshop.open();
    }

    FileImports(
            Records records,
            RecordTypes types,
            Access access,
            Settings settings,
            Messages messages,
            Jobs jobs,
            Profiles profiles,
            DataSource source,
            Path folder) {
        Tables tables = new Tables(source);
        this.access = access;
        this.messages = messages;
        this.profiles = profiles;
        this.services = new Services(
                records,
                types,
                access,
                settings,
                messages,
                new ImportTable(tables),
                new RowTable(tables),
                new Uploads(tables, folder));
        this.workshop = new Workshop(services, jobs);
        this.statuses = new Statuses(messages, workshop::isAtWork);
    }

    /** Stops what runs after the chunk in hand; it goes on at the next start. */
    @Deactivate
    void close() {
        workshop.close();
    }

    Workshop workshop() {
        return workshop;
    }

    @Override
    public String upload(Caller caller, String fileName, InputStream content) {
        boolean mayImport =
                services.types().all().stream().anyMatch(type -> access.may(caller, Right.IMPORT, type.name()));
        if (!mayImport) {
            throw new Forbidden(text(caller, "transfer.forbidden.upload"));
        }
        return readable(caller, () -> services.uploads().take(caller.userId(), fileName, content))
                .id();
    }

    @Override
    public Preview preview(Caller caller, String type, String fileId, ImportOptions wanted) {
        RecordType described = services.planner().type(caller, type);
        return readable(caller, () -> {
            UploadedFile uploaded = file(caller, fileId);
            TableFile file = open(uploaded, wanted);
            try (TableRows table = file.rows()) {
                List<String> header = table.header();
                ImportOptions options = profiled(caller, described, header, wanted);
                Map<String, String> map = services.planner().map(caller, described, header, options);
                Optional<org.sencrm.transfer.run.Profile> used = profiles.find(type, header, wanted);
                return new Preview(
                        uploaded.name(),
                        file.encoding(),
                        file.delimiter(),
                        file.sheets(),
                        header,
                        firstRows(table),
                        map,
                        key(described, map, options, used),
                        map.isEmpty() ? null : dateFormat(caller, file, type, options, map),
                        options.value(),
                        used.or(() -> profiles.recognising(type, header))
                                .map(profile -> told(caller, profile))
                                .orElse(null));
            }
        });
    }

    @Override
    public Status start(Caller caller, String type, String fileId, ImportOptions options) {
        RecordType described = services.planner().type(caller, type);
        requireProof(caller, described);
        return readable(caller, () -> {
            UploadedFile uploaded = file(caller, fileId);
            List<String> header;
            try (TableRows table = open(uploaded, options).rows()) {
                header = table.header();
            }
            ImportPlan plan =
                    services.planner().plan(caller, type, header, profiled(caller, described, header, options));
            return status(caller, workshop.start(caller, uploaded, plan, header, () -> running(caller)));
        });
    }

    @Override
    public List<Profile> profiles(Caller caller, String type) {
        return profiles.all().stream()
                .filter(profile -> type == null || profile.type().equals(type))
                .filter(profile -> access.may(caller, Right.IMPORT, profile.type()))
                .map(profile -> told(caller, profile))
                .sorted(Comparator.comparing(Profile::label))
                .toList();
    }

    private Profile told(Caller caller, org.sencrm.transfer.run.Profile profile) {
        return new Profile(
                profile.name(),
                text(caller, "import.profile." + profile.name()),
                profile.type(),
                profile.layout().recognisedBy(),
                profile.layout().key());
    }

    /** The key to propose: as given, else that of the profile, else as the fields tell. */
    private String key(
            RecordType type,
            Map<String, String> map,
            ImportOptions options,
            Optional<org.sencrm.transfer.run.Profile> profile) {
        boolean given = options.key() != null && !options.key().isBlank();
        return profile.filter(used -> !given)
                .flatMap(used -> used.key(map))
                .orElseGet(() -> services.planner().key(type, map, options));
    }

    /** The options with what a profile adds to them. */
    private ImportOptions profiled(Caller caller, RecordType type, List<String> header, ImportOptions options) {
        return profiles.find(type.name(), header, options)
                .map(profile -> profile.complete(type, access.hiddenFields(caller, type.name()), header, options))
                .orElseGet(() -> {
                    if (options.profile() != null && !options.profile().isBlank()) {
                        throw new InvalidRequest(
                                messages.text(caller.locale(), "transfer.profile.unknown", options.profile()));
                    }
                    return options;
                });
    }

    @Override
    public Status status(Caller caller, long id) {
        return readable(caller, () -> status(caller, own(caller, id)));
    }

    @Override
    public List<Status> list(Caller caller, int limit) {
        return readable(
                caller,
                () -> services.imports().startedBy(caller.userId(), Math.max(1, Math.min(limit, 500))).stream()
                        .map(one -> status(caller, one))
                        .toList());
    }

    @Override
    public void errors(Caller caller, long id, OutputStream csv) {
        readable(caller, () -> {
            StoredImport one = own(caller, id);
            new ErrorFile(services.rows(), statuses, caller.locale()).write(one, csv);
            return null;
        });
    }

    @Override
    public Status cancel(Caller caller, long id) {
        return readable(caller, () -> {
            StoredImport one = own(caller, id);
            if (one.state() != Job.State.RUNNING || one.phase() == StoredImport.Phase.UNDO) {
                throw notNow(caller, "transfer.notNow.cancel");
            }
            workshop.cancel(one);
            return status(caller, own(caller, id));
        });
    }

    @Override
    public Status resume(Caller caller, long id) {
        return readable(caller, () -> {
            StoredImport one = own(caller, id);
            Job.State state = statuses.state(one);
            if (state != Job.State.INTERRUPTED && state != Job.State.CANCELLED) {
                throw notNow(caller, "transfer.notNow.resume");
            }
            requireProof(caller, one);
            workshop.resume(one, one.phase(), () -> running(caller));
            return status(caller, own(caller, id));
        });
    }

    @Override
    public Status undo(Caller caller, long id) {
        return readable(caller, () -> {
            StoredImport one = own(caller, id);
            if (one.state() == Job.State.RUNNING
                    || one.state() == Job.State.UNDONE
                    || one.options().dryRun()) {
                throw notNow(caller, "transfer.notNow.undo");
            }
            requireProof(caller, one);
            workshop.resume(one, StoredImport.Phase.UNDO, () -> running(caller));
            return status(caller, own(caller, id));
        });
    }

    /** Also of who goes on with what was begun, or takes it back. */
    private void requireProof(Caller caller, StoredImport one) {
        services.types().find(one.type()).ifPresent(type -> requireProof(caller, type));
    }

    private void requireProof(Caller caller, RecordType type) {
        if (type.needsProof()) {
            access.requireProof(caller);
        }
    }

    private Status status(Caller caller, StoredImport one) {
        return statuses.of(one, caller.locale());
    }

    /** An import of the caller, or of anybody for an administrator. */
    private StoredImport own(Caller caller, long id) {
        StoredImport one = services.imports().find(id);
        if (one == null || !belongsTo(caller, one.startedBy())) {
            throw new NotFound(text(caller, "transfer.notFound.import"));
        }
        return one;
    }

    private UploadedFile file(Caller caller, String id) {
        UploadedFile file = id == null ? null : services.uploads().find(id);
        if (file == null || !belongsTo(caller, file.uploadedBy())) {
            throw new NotFound(text(caller, "transfer.notFound.file"));
        }
        return file;
    }

    private boolean belongsTo(Caller caller, long user) {
        return caller.isSystem() || caller.userId() == user || access.isAdministrator(caller);
    }

    private TableFile open(UploadedFile file, ImportOptions options) {
        return TableFile.open(
                services.uploads().path(file.hash()),
                new TableFile.Reading(options.encoding(), options.delimiter(), options.sheet()));
    }

    private static List<List<String>> firstRows(TableRows table) {
        int width = table.header().size();
        List<List<String>> rows = new ArrayList<>();
        while (table.hasNext() && rows.size() < SHOWN_ROWS) {
            Row row = table.next();
            List<String> cells = new ArrayList<>(width);
            for (int column = 0; column < width; column++) {
                cells.add(row.raw(column));
            }
            rows.add(cells);
        }
        return rows;
    }

    private String dateFormat(
            Caller caller, TableFile file, String type, ImportOptions options, Map<String, String> map) {
        ImportOptions asCreation = new ImportOptions(
                map,
                map.containsKey("id") ? "id" : null,
                ImportOptions.Mode.CREATE,
                options.value(),
                options.dateFormat(),
                options.currency(),
                options.encoding(),
                options.delimiter(),
                options.sheet(),
                true);
        try (TableRows table = file.rows()) {
            ImportPlan plan = services.planner().plan(caller, type, table.header(), asCreation);
            return Survey.of(table, plan, caller.locale(), SURVEYED_ROWS).dateFormat();
        }
    }

    /** Faults of files and tables as the caller understands them. */
    private <T> T readable(Caller caller, Supplier<T> work) {
        if (caller.entry().scopes().isLimited()) {
            // an import goes on by itself, and looks up records of other types, with all that its user may do
            throw new Forbidden(text(caller, "transfer.limitedToken"));
        }
        try {
            return work.get();
        } catch (UnreadableFile e) {
            throw new InvalidRequest(messages.text(caller.locale(), e.key(), e.arguments()));
        } catch (StoreFailure e) {
            Unavailable away = new Unavailable(text(caller, "transfer.unavailable"));
            away.initCause(e);
            throw away;
        }
    }

    private NotNow running(Caller caller) {
        return notNow(caller, "transfer.notNow.running");
    }

    private NotNow notNow(Caller caller, String key) {
        return new NotNow(text(caller, key));
    }

    private String text(Caller caller, String key) {
        return messages.text(caller.locale(), key);
    }

    private static String home() {
        String home = System.getProperty("sencrm.home");
        if (home == null || home.isBlank()) {
            throw new IllegalStateException("the system property sencrm.home names no folder");
        }
        return home;
    }
}
