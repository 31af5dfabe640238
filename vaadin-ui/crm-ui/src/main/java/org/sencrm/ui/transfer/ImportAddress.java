package org.sencrm.ui.transfer;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.ui.host.Addresses;

/**
 * The address of a step: {@code import?type=accounts&file=<id>&step=match}.
 *
 * @param type name of a record type; null for none
 * @param file id of an uploaded file; null for none
 */
record ImportAddress(String type, String file, Step step) {

    private static final String TYPE = "type";
    private static final String FILE = "file";
    private static final String STEP = "step";

    static ImportAddress of(String type, String file, Step step) {
        return new ImportAddress(type, file, step);
    }

    static ImportAddress of(QueryParameters query) {
        String file = first(query, FILE);
        return new ImportAddress(first(query, TYPE), file, file == null ? Step.FILE : Step.named(first(query, STEP)));
    }

    Location location() {
        return new Location(Addresses.IMPORT, query());
    }

    QueryParameters query() {
        Map<String, String> query = new LinkedHashMap<>();
        if (type != null) {
            query.put(TYPE, type);
        }
        if (file != null) {
            query.put(FILE, file);
            query.put(STEP, step.word());
        }
        return QueryParameters.simple(query);
    }

    /** Relative to {@code /ui/}. */
    String relative() {
        return location().getPathWithQueryParameters();
    }

    private static String first(QueryParameters query, String name) {
        List<String> values = query.getParameters().getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0);
    }
}
