package org.sencrm.itests;

import java.util.Map;

/**
 * A record type and a field that an administrator made, with marks in their labels: those who read the records know them.
 *
 * @param type name of the record type
 * @param field name of the field of opportunities
 */
record MarkedTypes(String type, String field) {

    static final String WITH_FIELD = "opportunities";

    private static final String PREFIX = "c_";

    /** @param unique part of the names */
    static MarkedTypes make(Api admin, Marks marks, String unique) throws Exception {
        String word = "marked" + unique;
        Subject ofType = Subject.anyOf(PREFIX + word);
        Api.Answer type = admin.post(
                "/types/custom", Map.of("name", word, "label", marks.in(ofType), "plural", marks.in(ofType)));
        type.created();
        Map<String, String> field = Map.of("name", word, "label", marks.in(Subject.anyOf(WITH_FIELD)), "kind", "text");
        Api.Answer added = admin.post("/fields/" + WITH_FIELD, field);
        added.created();
        return new MarkedTypes(
                type.json().path("name").asText(), added.json().path("name").asText());
    }
}
