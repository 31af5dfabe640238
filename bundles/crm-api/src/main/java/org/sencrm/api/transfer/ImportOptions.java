package org.sencrm.api.transfer;

import java.util.Map;

/**
 * How a file is to be read into records.
 *
 * @param map column by field: {@code account -> "account"}; a field of a referenced record is written with a dot
 *     ({@code team.parent}); null to take the guess of the preview
 * @param key field by which a row finds the record it updates; null with mode create
 * @param mode what to do with rows
 * @param value replacements by column: {@code product -> {GTXPro -> GTX Pro}}; never null
 * @param dateFormat pattern of dates, e.g. {@code M/d/yyyy}; null to find out
 * @param currency ISO code of amounts that name none; null for the company's
 * @param encoding character set; null to find out
 * @param delimiter of columns; null to find out
 * @param sheet of a workbook; null for the first
 * @param dryRun whether only to tell what would happen
 * @param guess whether the fields of columns that the map does not name are guessed; always true where there is no map
 * @param profile name of an {@link ImportProfile}; empty for none; null for one that recognises the file, where there is no
 *     map
 */
public record ImportOptions(
        Map<String, String> map,
        String key,
        Mode mode,
        Map<String, Map<String, String>> value,
        String dateFormat,
        String currency,
        String encoding,
        String delimiter,
        String sheet,
        boolean dryRun,
        boolean guess,
        String profile) {

    public enum Mode {
        CREATE,
        UPDATE,
        UPSERT
    }

    public ImportOptions {
        mode = mode == null ? Mode.CREATE : mode;
        value = value == null ? Map.of() : value;
        guess = guess || map == null;
    }

    /** Without a profile named. */
    public ImportOptions(
            Map<String, String> map,
            String key,
            Mode mode,
            Map<String, Map<String, String>> value,
            String dateFormat,
            String currency,
            String encoding,
            String delimiter,
            String sheet,
            boolean dryRun,
            boolean guess) {
        this(map, key, mode, value, dateFormat, currency, encoding, delimiter, sheet, dryRun, guess, null);
    }

    /** With a map that is complete: what it does not name is not imported. */
    public ImportOptions(
            Map<String, String> map,
            String key,
            Mode mode,
            Map<String, Map<String, String>> value,
            String dateFormat,
            String currency,
            String encoding,
            String delimiter,
            String sheet,
            boolean dryRun) {
        this(map, key, mode, value, dateFormat, currency, encoding, delimiter, sheet, dryRun, false);
    }

    /** Everything found out or left at its default. */
    public static ImportOptions guessed() {
        return new ImportOptions(null, null, Mode.CREATE, Map.of(), null, null, null, null, null, false);
    }

    public ImportOptions dry() {
        return new ImportOptions(
                map, key, mode, value, dateFormat, currency, encoding, delimiter, sheet, true, guess, profile);
    }
}
