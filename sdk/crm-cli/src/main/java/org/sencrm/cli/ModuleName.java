package org.sencrm.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * The name of a new module, and the names of what is made from it.
 *
 * @param id lower case words between hyphens, e.g. {@code acme-visits}
 */
record ModuleName(String id) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 40;
    private static final Set<String> OWN_TABLES =
            Set.of("CORE_", "CRM_", "SEARCH_", "TRANSFER_", "REST_", "UI_", "MODULES_");
    private static final Set<String> OWN_TYPES = Set.of(
            "accounts",
            "activities",
            "contacts",
            "files",
            "imports",
            "jobs",
            "leads",
            "modules",
            "opportunities",
            "pipelines",
            "products",
            "roles",
            "stages",
            "teams",
            "types",
            "users",
            "views",
            "webhooks",
            "favourites");

    static ModuleName of(String id) {
        if (!FORM.matcher(id).matches()) {
            throw new BadUsage("a name has lower case letters, digits and single hyphens, begins with a letter: " + id);
        }
        if (id.length() > LONGEST) {
            throw new BadUsage("a name has at most " + LONGEST + " characters: " + id);
        }
        ModuleName name = new ModuleName(id);
        if (SourceVersion.isKeyword(name.joined())) {
            throw new BadUsage("a word of the Java language cannot be a name: " + id);
        }
        if (OWN_TYPES.contains(name.type())) {
            throw new BadUsage("the product has records of the type " + name.type() + ": choose another name");
        }
        if (OWN_TABLES.stream().anyMatch(name.tablePrefix()::startsWith)) {
            throw new BadUsage("the product has tables that begin with this word: " + id);
        }
        return name;
    }

    /** The Java package of the records. */
    String javaPackage() {
        return "com.example." + joined();
    }

    /** The class of a record, in the singular as well as it can be guessed: {@code AcmeVisit}. */
    String className() {
        return words(singular(), "");
    }

    /** The record type: plural, lower case. */
    String type() {
        return plural().replace("-", "");
    }

    /** Begins with the module's word, by which the product knows the tables that it copies, takes back and purges. */
    String table() {
        String last = singular().substring(singular().lastIndexOf('-') + 1);
        return tablePrefix() + last.toUpperCase(Locale.ROOT);
    }

    private String tablePrefix() {
        String word = id.startsWith("crm-") ? id.substring("crm-".length()) : id;
        return word.replace('-', '_').toUpperCase(Locale.ROOT) + "_";
    }

    /** What people read of one record: {@code Acme visit}. */
    String one() {
        return sentence(singular());
    }

    String many() {
        return sentence(plural());
    }

    private String joined() {
        return id.replace("-", "");
    }

    private String singular() {
        return id.endsWith("s") && !id.endsWith("ss") && id.length() > 3 ? id.substring(0, id.length() - 1) : id;
    }

    private String plural() {
        return singular() + (singular().endsWith("s") ? "es" : "s");
    }

    private static String words(String hyphenated, String between) {
        return Arrays.stream(hyphenated.split("-")).map(ModuleName::capital).collect(Collectors.joining(between));
    }

    private static String sentence(String hyphenated) {
        return capital(hyphenated.replace('-', ' '));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
