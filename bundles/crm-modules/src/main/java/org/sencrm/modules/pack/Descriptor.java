package org.sencrm.modules.pack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a package says of itself in {@code META-INF/crm/module.json}. The build writes it out of the bundles; reading
 * compares it with the bundles again. Immutable; no list or map is null.
 *
 * @param format version of this form
 * @param id the module's word, also the name of its feature and of its first bundle
 * @param version as Maven has it
 * @param vendor who says to have made it; the certificate tells who did
 * @param label name of the module by language
 * @param description one or two sentences by language
 * @param api packages of the product that it needs, with the range of their versions
 * @param requires other modules that it needs, with the range of their versions
 * @param icon file beside this one; null where there is none
 * @param screenshots files beside this one, in the order to be shown
 * @param changes file beside this one that tells what is new, by language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Descriptor(
        int format,
        String id,
        String version,
        String vendor,
        Map<String, String> label,
        Map<String, String> description,
        Map<String, String> api,
        Map<String, String> requires,
        Permissions permissions,
        List<Schema> database,
        List<Part> bundles,
        String icon,
        List<String> screenshots,
        Map<String, String> changes) {

    /** The form that this product writes and reads. */
    public static final int FORMAT = 1;

    /** Where it lies in a package. */
    public static final String FOLDER = "META-INF/crm/";

    static final String FILE = FOLDER + "module.json";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public Descriptor {
        label = copy(label);
        description = copy(description);
        api = copy(api);
        requires = copy(requires);
        permissions = permissions == null ? new Permissions(null, null, null) : permissions;
        database = copy(database);
        bundles = copy(bundles);
        screenshots = copy(screenshots);
        changes = copy(changes);
    }

    /**
     * What the module asks for beyond its own records.
     *
     * @param records what it does with types of others: {@code read}, {@code create}, {@code update}, {@code delete}
     * @param hosts outside hosts that it talks to
     * @param files kinds of use of the file store: {@code read}, {@code write}
     */
    public record Permissions(Map<String, List<String>> records, List<String> hosts, List<String> files) {

        public Permissions {
            records = copy(records);
            hosts = copy(hosts);
            files = copy(files);
        }
    }

    /**
     * The database steps of one bundle.
     *
     * @param sha256 over the files of the changelog
     */
    public record Schema(String bundle, String changelog, String sha256, List<Step> steps) {

        public Schema {
            steps = copy(steps);
        }
    }

    /** @param tables names of the tables that the step touches, as far as the changelog names them */
    public record Step(String id, List<String> tables) {

        public Step {
            tables = copy(tables);
        }
    }

    /**
     * @param name symbolic name
     * @param version as OSGi has it
     * @param path of the file in the package
     */
    public record Part(String name, String version, String path) {}

    /** The label in the language, else in English, else the id. */
    public String label(Locale locale) {
        return label.getOrDefault(locale.getLanguage(), label.getOrDefault("en", id));
    }

    /** The description in the language, else in English, else empty. */
    public String description(Locale locale) {
        return description.getOrDefault(locale.getLanguage(), description.getOrDefault("en", ""));
    }

    /** Reads one; what is no descriptor is an {@link IOException}. */
    public static Descriptor read(byte[] json) throws IOException {
        Descriptor descriptor = MAPPER.readValue(json, Descriptor.class);
        if (descriptor == null || descriptor.id == null || descriptor.version == null) {
            throw new IOException("no id or no version");
        }
        return descriptor;
    }

    public byte[] json() {
        try {
            return MAPPER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a descriptor can be written", e);
        }
    }

    private static <V> List<V> copy(List<V> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static <K, V> Map<K, V> copy(Map<K, V> map) {
        return map == null ? Map.of() : Map.copyOf(map);
    }
}
