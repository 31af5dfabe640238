package org.sencrm.rest.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.problem.Problem;
import org.sencrm.rest.problem.Texts;
import org.sencrm.rest.resource.VisibleTypes;

/**
 * The OpenAPI 3.0 document of what is installed at this moment. Made anew for each who asks, since it names no type or
 * field that this one may not read; that takes about as long as a list of records.
 */
public final class OpenApi {

    private final Services services;
    private final Caller caller;
    private final Locale locale;
    private final List<VisibleTypes.Visible> types;

    public OpenApi(Services services, Caller caller, List<VisibleTypes.Visible> types) {
        this.services = services;
        this.caller = caller;
        this.locale = caller.locale();
        this.types = types;
    }

    /** The document as maps and lists. */
    public Map<String, Object> document() {
        return Tree.object(
                "openapi",
                "3.0.3",
                "info",
                Tree.object("title", text("docs.title"), "description", text("api.description"), "version", "1.0.0"),
                "servers",
                List.of(Tree.object("url", "/api/v1")),
                "security",
                List.of(Tree.object("token", List.of())),
                "tags",
                tags(),
                "paths",
                paths(),
                "components",
                components());
    }

    private List<Object> tags() {
        List<Object> tags = new ArrayList<>();
        for (VisibleTypes.Visible type : types) {
            tags.add(Tree.object("name", tag(type), "description", type.name()));
        }
        return tags;
    }

    private Map<String, Object> paths() {
        Map<String, Object> paths = new LinkedHashMap<>();
        new CommonPaths(this::operationText).addTo(paths);
        for (VisibleTypes.Visible type : types) {
            List<String> compared = services.duplicates().comparedFields(caller, type.name());
            new TypePaths(type.name(), tag(type), compared, this::operationText).addTo(paths);
        }
        return paths;
    }

    private Map<String, Object> components() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        CommonSchemas.addTo(schemas);
        for (VisibleTypes.Visible type : types) {
            new TypeSchemas(services, caller, type).addTo(schemas);
        }
        Map<String, Object> problem = Tree.object(
                "description",
                text("api.problem"),
                "content",
                Tree.object(Problem.MEDIA_TYPE, Tree.object("schema", Tree.schema("Problem"))));
        return Tree.object(
                "securitySchemes",
                Tree.object("token", Tree.object("type", "http", "scheme", "bearer")),
                "responses",
                Tree.object("Problem", problem),
                "schemas",
                schemas);
    }

    private String tag(VisibleTypes.Visible type) {
        return services.messages().many(locale, type.name());
    }

    private String operationText(String word) {
        return text("api." + word);
    }

    private String text(String key) {
        return Texts.text(locale, key);
    }
}
