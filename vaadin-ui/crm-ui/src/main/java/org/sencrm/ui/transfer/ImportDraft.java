package org.sencrm.ui.transfer;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.api.transfer.ImportOptions.Mode;
import org.sencrm.api.transfer.Imports;

/**
 * What a person has decided about an import so far, and how far that leads. A new file or another way of reading it takes
 * back what was decided about its columns; any change takes back the check.
 */
final class ImportDraft {

    private String type;
    private String fileId;
    private String encoding;
    private String delimiter;
    private String sheet;
    private Imports.Preview preview;
    private final Map<String, String> fieldByColumn = new LinkedHashMap<>();
    private Mode mode = Mode.CREATE;
    private String key;
    private final Map<String, Map<String, String>> replacements = new LinkedHashMap<>();
    private String dateFormat;
    private String currency;
    private boolean profileAside;
    private Imports.Status check;
    private LocalDate reusedFrom;
    private Runnable onDecision = () -> {};

    ImportDraft(String type) {
        this.type = type;
    }

    /** The draft of a file that was uploaded before; {@link #found} and {@link #decide} complete it. */
    static ImportDraft of(Unfinished.Kept kept) {
        ImportDraft draft = new ImportDraft(kept.type());
        draft.fileId = kept.fileId();
        draft.encoding = kept.decisions().encoding();
        draft.delimiter = kept.decisions().delimiter();
        draft.sheet = kept.decisions().sheet();
        draft.profileAside = isAside(kept.decisions());
        return draft;
    }

    /** @param listener called after each decision about the columns and rows of the file */
    void whenDecided(Runnable listener) {
        onDecision = listener;
    }

    /** Name of the record type; null while none is chosen. */
    String type() {
        return type;
    }

    void chooseType(String name) {
        type = name;
        forgetReading();
    }

    /** Null before the upload. */
    String fileId() {
        return fileId;
    }

    void takeFile(String id) {
        fileId = id;
        encoding = null;
        delimiter = null;
        sheet = null;
        forgetReading();
    }

    void readAs(String characterSet) {
        encoding = characterSet;
        forgetReading();
    }

    void separateBy(String separator) {
        delimiter = separator;
        forgetReading();
    }

    /** Sheet of a workbook; null for the first. */
    String sheet() {
        return sheet;
    }

    void readSheet(String name) {
        sheet = name;
        forgetReading();
    }

    /** How to look at the file before anything is decided about its columns. */
    ImportOptions previewOptions() {
        return new ImportOptions(
                null, null, Mode.CREATE, Map.of(), null, null, encoding, delimiter, sheet, false, true, profile());
    }

    /** Reads the file without the profile that recognises it, or with it again; what was found out before is forgotten. */
    void putProfileAside(boolean aside) {
        forgetReading();
        profileAside = aside;
    }

    boolean isProfileAside() {
        return profileAside;
    }

    private static boolean isAside(ImportOptions decisions) {
        return decisions.profile() != null && decisions.profile().isEmpty();
    }

    /** As in {@link ImportOptions#profile}: what a profile brings is in the map and the replacements already. */
    private String profile() {
        return profileAside ? "" : null;
    }

    /** Takes over what was found out about the file. A proposed key means that running it twice doubles nothing. */
    void found(Imports.Preview found) {
        preview = found;
        fieldByColumn.clear();
        found.map().forEach((field, column) -> fieldByColumn.put(column, field));
        key = found.key();
        mode = key == null ? Mode.CREATE : Mode.UPSERT;
        dateFormat = found.dateFormat();
        replacements.clear();
        found.value().forEach(this::takeReplacements);
        reusedFrom = null;
        check = null;
    }

    /** Takes over what was decided about such a file before, as far as it has the columns. */
    void decide(ImportOptions before) {
        fieldByColumn.clear();
        before.map().forEach((field, column) -> {
            if (preview.columns().contains(column)) {
                fieldByColumn.put(column, field);
            }
        });
        mode = before.mode();
        key = before.key() != null && column(before.key()).isPresent() ? before.key() : null;
        replacements.clear();
        before.value().forEach(this::takeReplacements);
        profileAside = isAside(before);
        dateFormat = before.dateFormat();
        currency = before.currency();
        check = null;
    }

    /** As {@link #decide}, with the way of writing dates that this file itself shows, where it shows one. */
    void reuse(Habits.Habit habit) {
        String shown = preview.dateFormat();
        decide(habit.decisions());
        dateFormat = shown != null ? shown : dateFormat;
        reusedFrom = habit.day();
    }

    /** The day of the import whose decisions were taken over; empty for none. */
    Optional<LocalDate> reusedFrom() {
        return Optional.ofNullable(reusedFrom);
    }

    /** Null before the file was read. */
    Imports.Preview preview() {
        return preview;
    }

    /** The field that a column goes to; empty where it is left out. */
    Optional<String> field(String column) {
        return Optional.ofNullable(fieldByColumn.get(column));
    }

    /** The column that goes to a field. */
    Optional<String> column(String field) {
        return fieldByColumn.entrySet().stream()
                .filter(entry -> entry.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Sends a column to a field, away from any other column that went there; null leaves the column out. Replacements were
     * meant for the field that a column went to, so they go with it, and come back with it where the file's profile has them.
     */
    void match(String column, String field) {
        check = null;
        leaveOut(column);
        if (field != null) {
            column(field).ifPresent(this::leaveOut);
            fieldByColumn.put(column, field);
            if (column.equals(preview.map().get(field)) && preview.value().containsKey(column)) {
                takeReplacements(column, preview.value().get(column));
            }
        }
        if (key != null && column(key).isEmpty()) {
            key = null;
        }
        onDecision.run();
    }

    Mode mode() {
        return mode;
    }

    void choose(Mode chosen) {
        mode = chosen;
        check = null;
        onDecision.run();
    }

    /** Field by which rows find their record; null for none. */
    String key() {
        return key;
    }

    void findBy(String field) {
        key = field;
        check = null;
        onDecision.run();
    }

    /** Pattern of dates; null to find out. */
    String dateFormat() {
        return dateFormat;
    }

    void readDatesAs(String pattern) {
        dateFormat = pattern;
        check = null;
        onDecision.run();
    }

    /** ISO code of amounts that name none; null for the company's. */
    String currency() {
        return currency;
    }

    void countIn(String code) {
        currency = code;
        check = null;
        onDecision.run();
    }

    /** Reads a value of a column as another one, in all rows. */
    void replace(String column, String from, String to) {
        replacements.computeIfAbsent(column, any -> new LinkedHashMap<>()).put(from, to);
        check = null;
        onDecision.run();
    }

    /** Values of a column and how they are read instead. */
    Map<String, String> replacements(String column) {
        return Collections.unmodifiableMap(replacements.getOrDefault(column, Map.of()));
    }

    /** Reads a value of a column as it is written again. */
    void readAsWritten(String column, String from) {
        replacements.getOrDefault(column, Map.of()).remove(from);
        check = null;
        onDecision.run();
    }

    private void leaveOut(String column) {
        fieldByColumn.remove(column);
        replacements.remove(column);
    }

    private void takeReplacements(String column, Map<String, String> words) {
        replacements.put(column, new LinkedHashMap<>(words));
    }

    ImportOptions options() {
        Map<String, String> map = new LinkedHashMap<>();
        fieldByColumn.forEach((column, field) -> map.put(field, column));
        return new ImportOptions(
                map,
                mode == Mode.CREATE ? null : key,
                mode,
                replacements,
                dateFormat,
                currency,
                encoding,
                delimiter,
                sheet,
                false,
                false,
                profile());
    }

    /** Keeps the outcome of a finished dry run. */
    void checked(Imports.Status outcome) {
        check = outcome;
    }

    /** Whether all that comes before the step is decided. */
    boolean reaches(Step step) {
        return switch (step) {
            case FILE -> true;
            case PREVIEW, MATCH -> preview != null;
            case CHECK -> preview != null && !fieldByColumn.isEmpty() && (mode == Mode.CREATE || key != null);
            case IMPORT -> check != null && check.created() + check.updated() > 0;
        };
    }

    /** Of those fields, the ones that no column goes to. */
    List<String> unmatched(List<String> required) {
        return required.stream().filter(field -> column(field).isEmpty()).toList();
    }

    private void forgetReading() {
        preview = null;
        fieldByColumn.clear();
        replacements.clear();
        key = null;
        dateFormat = null;
        profileAside = false;
        reusedFrom = null;
        check = null;
    }
}
