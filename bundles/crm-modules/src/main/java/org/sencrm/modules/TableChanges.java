package org.sencrm.modules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.modules.pack.Descriptor.Schema;

/** Which tables the way from one version of a module to another makes or changes, as far as the changelogs name them. */
final class TableChanges {

    private TableChanges() {}

    /**
     * @param before the version whose tables are there; null for none
     * @return names in capitals, sorted
     */
    static List<String> between(Release before, Release after) {
        Set<String> done =
                before == null ? Set.of() : steps(before).map(Step::name).collect(Collectors.toSet());
        return steps(after)
                .filter(step -> !done.contains(step.name()))
                .flatMap(step -> step.tables().stream())
                .map(table -> table.toUpperCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Step> steps(Release release) {
        if (release.about().unpacked() == null) {
            return Stream.empty();
        }
        return release.about().unpacked().descriptor().database().stream().flatMap(TableChanges::steps);
    }

    private static Stream<Step> steps(Schema schema) {
        return schema.steps().stream().map(step -> new Step(schema.bundle() + " " + step.id(), step.tables()));
    }

    /** @param name distinguishes it from the steps of all other bundles */
    private record Step(String name, List<String> tables) {}
}
