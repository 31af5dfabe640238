package org.sencrm.rest.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Field;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.resource.VisibleTypes;

/** Schemas of the records of one type: as they are read, as they are sent, and a page of them. */
final class TypeSchemas {

    private final Services services;
    private final Caller caller;
    private final VisibleTypes.Visible type;

    TypeSchemas(Services services, Caller caller, VisibleTypes.Visible type) {
        this.services = services;
        this.caller = caller;
        this.type = type;
    }

    void addTo(Map<String, Object> schemas) {
        schemas.put(type.name(), read());
        schemas.put(change(type.name()), sent(false));
        schemas.put(create(type.name()), sent(true));
        schemas.put(
                page(type.name()),
                Tree.properties(
                        "items", Tree.array(Tree.schema(type.name())),
                        "next", Tree.nullable(Tree.string()),
                        "total", Tree.integer()));
    }

    static String change(String type) {
        return type + "Change";
    }

    static String create(String type) {
        return type + "New";
    }

    static String page(String type) {
        return type + "Page";
    }

    private Map<String, Object> read() {
        Map<String, Object> properties =
                Tree.object("id", Tree.string(), "type", Tree.string(), "version", Tree.integer());
        for (Field field : type.fields()) {
            if (!"id".equals(field.name())) {
                properties.put(field.name(), labelled(field, read(field)));
            }
        }
        return Tree.object("type", "object", "properties", properties);
    }

    private Map<String, Object> sent(boolean asNew) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Field field : type.fields()) {
            if (!field.readOnly()) {
                properties.put(field.name(), labelled(field, sent(field)));
                if (field.required()) {
                    required.add(field.name());
                }
            }
        }
        Map<String, Object> schema =
                Tree.object("type", "object", "additionalProperties", false, "properties", properties);
        if (asNew && !required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private Map<String, Object> labelled(Field field, Map<String, Object> schema) {
        Map<String, Object> labelled = field.required() ? new LinkedHashMap<>(schema) : Tree.nullable(schema);
        if (!labelled.containsKey("$ref")) {
            labelled.put("title", services.messages().field(caller.locale(), type.name(), field.name()));
        }
        return labelled;
    }

    private Map<String, Object> read(Field field) {
        return switch (field.kind()) {
            case MONEY -> Tree.schema("Money");
            case REFERENCE -> Tree.schema("Reference");
            case REFERENCES -> Tree.array(Tree.schema("Reference"));
            default -> plain(field);
        };
    }

    private Map<String, Object> sent(Field field) {
        return switch (field.kind()) {
            case MONEY -> Tree.schema("Money");
            case REFERENCE -> Tree.schema("ReferenceSent");
            case REFERENCES -> Tree.array(Tree.schema("ReferenceSent"));
            default -> plain(field);
        };
    }

    private Map<String, Object> plain(Field field) {
        return switch (field.kind()) {
            case NUMBER, PERCENT -> Tree.object("type", "number");
            case BOOLEAN -> Tree.bool();
            case DATE -> Tree.string("date");
            case DATE_TIME -> Tree.string("date-time");
            case DURATION -> Tree.string("duration");
            case EMAIL -> text(field, "email");
            case URL -> text(field, "uri");
            case CHOICE -> codes(field);
            case CHOICES -> Tree.array(codes(field));
            case STRUCTURE -> Tree.object();
            default -> text(field, null);
        };
    }

    private static Map<String, Object> text(Field field, String format) {
        Map<String, Object> schema = format == null ? Tree.string() : Tree.string(format);
        if (field.maxLength() > 0) {
            schema.put("maxLength", field.maxLength());
        }
        return schema;
    }

    /** Without an enumeration where the codes live in data and may be others tomorrow. */
    private Map<String, Object> codes(Field field) {
        List<String> codes = new VisibleTypes(services)
                .choices(caller, type.name(), field.name()).stream()
                        .map(Choice::code)
                        .toList();
        String known = String.join(", ", codes);
        return known.isEmpty() ? Tree.string() : Tree.object("type", "string", "description", known);
    }
}
