package org.sencrm.api.transfer;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A ready-made way to read the files that another product exports, published as a service with the properties {@link #NAME}
 * and {@link #TYPE}; the label is the message {@code import.profile.<name>} of the module. An import uses it where
 * {@link ImportOptions#profile} names it, and by itself where nobody gave a map and the header of the file has all columns by
 * which the profile is recognised. What whoever imports says goes before what the profile says. Fields that are not there,
 * or that the importing person may not see, are left out. The layout is asked for at each import and should cost nothing.
 *
 * <pre>{@code
 * @Component(property = {ImportProfile.NAME + "=acme.customers", ImportProfile.TYPE + "=accounts"})
 * public final class AcmeCustomers implements ImportProfile {
 *     public Layout layout() {
 *         return Layout.recognisedBy("CustNo", "CustName")
 *                 .column("externalId", "CustNo")
 *                 .column("name", "CustName", "Name")
 *                 .value("status", "A", "customer")
 *                 .dates("dd.MM.yyyy")
 *                 .key("externalId");
 *     }
 * }
 * }</pre>
 */
@ConsumerType
public interface ImportProfile {

    /** Service property: the name, unique in the product; begin it with a word of the module. */
    String NAME = "crm.profile";

    /** Service property: the record type into which it imports. */
    String TYPE = "crm.type";

    Layout layout();

    /**
     * What a file looks like. Immutable: each method gives a new one.
     *
     * @param recognisedBy columns that the header of such a file always has, and hardly any other; empty to be used by name
     *     only
     * @param columns by field, or by field and part such as {@code amount.currency}: names that the column may have, the
     *     likeliest first
     * @param values by field: texts of the file and what they mean
     * @param dateFormat pattern of dates; null to find out
     * @param key field by which a row finds the record that it updates; null for none
     */
    record Layout(
            List<String> recognisedBy,
            Map<String, List<String>> columns,
            Map<String, Map<String, String>> values,
            String dateFormat,
            String key) {

        public Layout {
            recognisedBy = List.copyOf(recognisedBy);
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        public static Layout recognisedBy(String... columns) {
            return new Layout(Arrays.asList(columns), Map.of(), Map.of(), null, null);
        }

        /** @param names that the column of the field may have */
        public Layout column(String field, String... names) {
            Map<String, List<String>> more = new LinkedHashMap<>(columns);
            more.put(field, List.of(names));
            return new Layout(recognisedBy, more, values, dateFormat, key);
        }

        /** @param meaning what is imported where the column of the field has this text */
        public Layout value(String field, String text, String meaning) {
            Map<String, Map<String, String>> more = new LinkedHashMap<>(values);
            Map<String, String> ofField = new LinkedHashMap<>(values.getOrDefault(field, Map.of()));
            ofField.put(text, meaning);
            more.put(field, Collections.unmodifiableMap(ofField));
            return new Layout(recognisedBy, columns, more, dateFormat, key);
        }

        public Layout dates(String pattern) {
            return new Layout(recognisedBy, columns, values, pattern, key);
        }

        public Layout key(String field) {
            return new Layout(recognisedBy, columns, values, dateFormat, field);
        }
    }
}
