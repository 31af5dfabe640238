package org.sencrm.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.text.Messages;
import org.sencrm.core.support.ModuleFiles;
import org.sencrm.core.text.FileMessages;

/**
 * The message files of one bundle, looked at by themselves.
 *
 * <pre>{@code
 * assertEquals(List.of(), ModuleTexts.of(VisitPanel.class).missing());
 * }</pre>
 */
public final class ModuleTexts {

    private final Map<String, Map<String, String>> byLanguage;

    private ModuleTexts(Map<String, Map<String, String>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /** @param member any class of the bundle that is not one of its tests */
    public static ModuleTexts of(Class<?> member) {
        return new ModuleTexts(FileMessages.labels(ModuleFiles.of(member)));
    }

    /** Keys that one of the product's languages has and another has not, each as {@code vi: visits.note}; sorted. */
    public List<String> missing() {
        Set<String> all = new LinkedHashSet<>();
        byLanguage.values().forEach(texts -> all.addAll(texts.keySet()));
        return missing(all);
    }

    /** Those of the keys that a language lacks. */
    List<String> missing(Collection<String> keys) {
        List<String> missing = new ArrayList<>();
        for (Locale locale : Messages.LOCALES) {
            Map<String, String> texts = byLanguage.getOrDefault(locale.getLanguage(), Map.of());
            keys.stream()
                    .filter(key -> texts.getOrDefault(key, "").isBlank())
                    .map(key -> locale.getLanguage() + ": " + key)
                    .forEach(missing::add);
        }
        return missing.stream().sorted().toList();
    }

    /** What people read of a module and its types. */
    List<String> keysOf(String module, List<RecordType> types) {
        List<String> keys = new ArrayList<>(List.of("module." + module, "module." + module + ".description"));
        Messages product = new FileMessages();
        for (RecordType type : types) {
            keys.add("type." + type.name());
            keys.add("type." + type.name() + ".plural");
            for (Field field : type.fields()) {
                if (!field.system()) {
                    String key = type.name() + "." + field.name();
                    keys.add(key);
                    borrowed(field)
                            .filter(word -> !product.has(Locale.ENGLISH, word))
                            .forEach(keys::add);
                    String options = field.isOpen() ? "list." + field.list() : key;
                    field.options().forEach(option -> keys.add(options + "." + option));
                }
            }
        }
        return keys;
    }

    /** Texts that may be the product's own: of its sections and open lists. */
    private static Stream<String> borrowed(Field field) {
        return Stream.of(
                        field.section().isEmpty() ? "" : "section." + field.section(),
                        field.isOpen() ? "list." + field.list() : "")
                .filter(key -> !key.isEmpty());
    }
}
