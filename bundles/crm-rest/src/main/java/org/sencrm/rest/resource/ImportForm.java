package org.sencrm.rest.resource;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.Words;

/** The options of an import as they travel: the JSON of the part {@code options}. */
record ImportForm(Input options) {

    /** What is left out is found out or left at its default. */
    ImportOptions read() {
        options.only(
                "map",
                "key",
                "mode",
                "value",
                "dateFormat",
                "currency",
                "encoding",
                "delimiter",
                "sheet",
                "dryRun",
                "guess",
                "profile");
        String mode = options.text("mode");
        return new ImportOptions(
                options.texts("map"),
                options.text("key"),
                mode == null ? ImportOptions.Mode.CREATE : Words.read(ImportOptions.Mode.values(), "mode", mode),
                replacements(),
                options.text("dateFormat"),
                options.text("currency"),
                options.text("encoding"),
                options.text("delimiter"),
                options.text("sheet"),
                options.flag("dryRun"),
                options.flag("guess", true),
                options.text("profile"));
    }

    private Map<String, Map<String, String>> replacements() {
        Map<String, Object> byColumn = options.object("value");
        if (byColumn == null) {
            return Map.of();
        }
        Input columns = new Input(byColumn);
        Map<String, Map<String, String>> replacements = new LinkedHashMap<>();
        for (String column : byColumn.keySet()) {
            Map<String, String> texts = columns.texts(column);
            replacements.put(column, texts == null ? Map.of() : texts);
        }
        return replacements;
    }
}
