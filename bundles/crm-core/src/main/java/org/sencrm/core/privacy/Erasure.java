package org.sencrm.core.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.sencrm.api.access.Caller;
import org.sencrm.api.privacy.Consents;
import org.sencrm.api.privacy.PersonalData;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Reference;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.audit.AuditLog;
import org.sencrm.core.audit.ErasedChanges;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.change.ChangeEntry.Diff;
import org.sencrm.core.file.FileTraces;
import org.sencrm.core.mail.MailTraces;
import org.sencrm.core.record.RecordService;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;

/** Makes a person forgotten, in the one transaction in which it is called. */
final class Erasure {

    private static final int SIGN_LENGTH = 6;

    private final RecordService records;
    private final TypeRegistry types;
    private final FileTraces files;
    private final Consents consents;
    private final Messages messages;
    private final Settings settings;
    private final ErasedChanges changes;
    private final Traces traces = new Traces();
    private final MailTraces mails = new MailTraces();

    Erasure(
            RecordService records,
            TypeRegistry types,
            FileTraces files,
            Consents consents,
            AuditLog audit,
            Messages messages,
            Settings settings) {
        this.records = records;
        this.types = types;
        this.files = files;
        this.consents = consents;
        this.messages = messages;
        this.settings = settings;
        this.changes = new ErasedChanges(audit);
    }

    /** To be called before anything else in the transaction. */
    void begin(Connection connection) throws SQLException {
        changes.begin(connection);
    }

    /** In the order of their ids, so that two who do it wait for one another and not both. */
    void lock(Connection connection, Reach reach) throws SQLException {
        List<Reference> all = reach.all();
        all.sort(Comparator.comparingLong(Reference::id));
        for (Reference record : all) {
            String table = types.stored(record.type()).orElseThrow().table();
            Sql.of("update " + table + " set VERSION=VERSION where ID=?", record.id())
                    .execute(connection);
        }
    }

    /** @return how many changes say less than before */
    int run(Connection connection, Caller caller, Reach reach) throws SQLException {
        Words words = traces.words(connection, records, types, reach.people());
        List<ChangeEntry> rewritten = new ArrayList<>();
        forgetHistories(connection, reach, words, rewritten);
        for (Reference person : reach.persons()) {
            withdraw(caller, person);
            empty(caller, person);
            traces.forget(connection, person);
            files.forget(person.type(), person.id());
        }
        for (Reference record : reach.gone()) {
            traces.forget(connection, record);
            files.forget(record.type(), record.id());
            records.purgeAnywhere(caller, record.type(), record.id());
        }
        for (Reference record : reach.kept()) {
            keep(connection, caller, record, words);
        }
        mails.forget(connection, words.mailAddresses());
        changes.rewrite(connection, caller, rewritten);
        return rewritten.size();
    }

    private void forgetHistories(Connection connection, Reach reach, Words words, List<ChangeEntry> rewritten)
            throws SQLException {
        List<Reference> about = new ArrayList<>(reach.persons());
        about.addAll(reach.gone());
        for (Reference record : about) {
            List<ChangeEntry> all = traces.changes(connection, record);
            rewrite(all, value -> null, rewritten);
        }
        for (Reference record : reach.kept()) {
            rewrite(traces.changes(connection, record), words::without, rewritten);
        }
    }

    private static void rewrite(List<ChangeEntry> entries, UnaryOperator<Object> values, List<ChangeEntry> into) {
        for (ChangeEntry entry : entries) {
            Map<String, Diff> fields = new LinkedHashMap<>();
            entry.fields()
                    .forEach((name, diff) ->
                            fields.put(name, new Diff(values.apply(diff.from()), values.apply(diff.to()))));
            if (!fields.equals(entry.fields())) {
                into.add(entry.saying(fields));
            }
        }
    }

    /** Nobody writes to a person who asked to be forgotten, whatever they allowed before. */
    private void withdraw(Caller caller, Reference person) {
        Caller product = Caller.system().inJob(caller.job(), caller.through()).speaking(language());
        for (Consents.Fact fact : consents.current(Caller.system(), person)) {
            if (fact.given()) {
                Map<String, Object> withdrawal = new LinkedHashMap<>();
                withdrawal.put(People.PERSON, person);
                withdrawal.put("purpose", fact.purpose());
                withdrawal.put("channel", fact.channel());
                withdrawal.put("state", Consents.WITHDRAWN);
                records.create(product, Consents.TYPE, withdrawal);
            }
        }
    }

    /** Everything but what the company needs to find and guard the record. */
    private void empty(Caller caller, Reference person) {
        StoredType type = types.stored(person.type()).orElseThrow();
        Map<String, Object> nothing = new LinkedHashMap<>();
        for (StoredField field : type.fields()) {
            boolean isKept = field.field().system() || field.isComputed();
            if (!isKept
                    && (type.isLabel(field)
                            || !field.mayBeEmpty() && field.kind().isText())) {
                nothing.put(
                        field.name(), cut(nameless(person.id()), field.field().maxLength()));
            } else if (!isKept && field.mayBeEmpty()) {
                nothing.put(field.name(), null);
            }
        }
        nothing.put(SystemFields.EXTERNAL_ID, null);
        records.overwrite(caller, person.type(), person.id(), nothing);
    }

    /** Tells two who were erased apart. */
    private String nameless(long id) {
        String sign = Long.toString(id, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        return messages.text(language(), "privacy.nameless", sign.substring(Math.max(0, sign.length() - SIGN_LENGTH)));
    }

    private static String cut(String text, int longest) {
        return longest > 0 && text.length() > longest ? text.substring(0, longest) : text;
    }

    private void keep(Connection connection, Caller caller, Reference record, Words words) throws SQLException {
        StoredType type = types.stored(record.type()).orElseThrow();
        Map<String, Object> values = new TreeMap<>();
        records.stored(record.type(), record.id()).forEach((name, value) -> {
            StoredField field = type.require(name);
            Object without = words.without(field, value);
            if (!Objects.equals(without, value)) {
                values.put(name, isAddress(field) && field.mayBeEmpty() ? null : without);
            }
        });
        records.overwrite(caller, record.type(), record.id(), values);
        traces.without(connection, record, words);
        if (PersonalData.REQUESTS.equals(record.type())) {
            // what was handed out before is a copy of all that goes
            files.forget(record.type(), record.id());
        } else {
            files.rename(record.type(), record.id(), words::without);
        }
    }

    /** What is left of an address without its words is none. */
    private static boolean isAddress(StoredField field) {
        return field.kind() == FieldKind.EMAIL || field.kind() == FieldKind.PHONE || field.kind() == FieldKind.URL;
    }

    private Locale language() {
        return Locale.forLanguageTag(settings.get(Settings.LANGUAGE, "en"));
    }
}
