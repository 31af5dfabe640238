package org.sencrm.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sencrm.api.module.Modules.Action;
import org.sencrm.api.text.Messages;
import org.sencrm.modules.pack.TableWord;
import org.sencrm.modules.pack.Versions;

/** Why an operation cannot be, in words that an administrator understands. */
final class Obstacles {

    private static final String OWN_PACKAGES = "org.sencrm.";

    private final Catalog catalog;
    private final Platform platform;
    private final Messages messages;
    private final Locale locale;

    Obstacles(Catalog catalog, Platform platform, Messages messages, Locale locale) {
        this.catalog = catalog;
        this.platform = platform;
        this.messages = messages;
        this.locale = locale;
    }

    /** Empty where the operation can be. */
    List<String> of(Release target, Action action, List<String> going, List<Release.Part> coming) {
        String label = Catalog.isPlatform(target.id())
                ? messages.text(locale, "module." + target.id())
                : catalog.label(target, locale);
        if (Catalog.isPlatform(target.id())) {
            return List.of(messages.text(locale, "modules.plan.platform", label));
        }
        String unfit = unfit(target, action, label);
        if (unfit != null) {
            return List.of(unfit);
        }
        return switch (action) {
            case INSTALL, UPDATE, ROLLBACK -> arriving(target, label, going, coming);
            case ON -> needs(target, label);
            case OFF, UNINSTALL, PURGE -> leaving(target, label);
        };
    }

    /** Null where the state of the module allows the action. */
    private String unfit(Release target, Action action, String label) {
        ModuleState state = catalog.state(target.id());
        boolean installed = state.isInstalled();
        if (action == Action.INSTALL) {
            return installed
                    ? text("modules.plan.installed", label)
                    : olderThanData(target, label, state.dataVersion());
        }
        if (action == Action.PURGE) {
            return installed || state.dataVersion() != null ? null : text("modules.plan.notInstalled", label);
        }
        if (!installed) {
            return text("modules.plan.notInstalled", label);
        }
        return switch (action) {
            case UPDATE ->
                target.isNewerThan(state.version()) ? null : text("modules.plan.newest", label, state.version());
            case ROLLBACK -> state.previous().contains(target.version()) ? null : text("modules.plan.noWayBack", label);
            case OFF -> state.mode() == ModuleState.Mode.OFF ? text("modules.plan.off", label) : null;
            default -> null;
        };
    }

    /** Tables of a newer version are none that an older one understands; null where there are none. */
    private String olderThanData(Release target, String label, String data) {
        return data != null && Versions.ORDER.compare(target.version(), data) < 0
                ? text("modules.plan.olderThanData", label, data)
                : null;
    }

    private List<String> arriving(Release target, String label, List<String> going, List<Release.Part> coming) {
        List<String> obstacles = new ArrayList<>();
        boolean nameIsTaken = catalog.withData().stream()
                .anyMatch(other -> !other.id().equals(target.id()) && TableWord.clash(other.id(), target.id()));
        if (nameIsTaken || !TableWord.isFree(target.id())) {
            obstacles.add(text("modules.plan.name", target.id()));
        }
        obstacles.addAll(needs(target, label));
        Set<String> breaking = new TreeSet<>(unmetBy(target));
        Set<String> arriving = target.parts().stream().map(Release.Part::name).collect(Collectors.toSet());
        for (Map.Entry<String, String> lack : platform.lacking(going, coming).entrySet()) {
            if (!arriving.contains(lack.getKey())) {
                breaking.add(moduleOf(lack.getKey()));
            } else if (lack.getValue().startsWith(OWN_PACKAGES)) {
                obstacles.add(text("modules.plan.coreOlder", label, lack.getValue()));
            } else {
                obstacles.add(text("modules.plan.lacking", label, lack.getValue()));
            }
        }
        if (!breaking.isEmpty()) {
            obstacles.add(text("modules.plan.breaks", label, target.version(), String.join(", ", breaking)));
        }
        return obstacles;
    }

    /** What the module needs and is not there, or not in the right version. */
    private List<String> needs(Release target, String label) {
        List<String> missing = new ArrayList<>();
        for (Release.Need need : target.needs()) {
            if (Catalog.isPlatform(need.id())) {
                Optional<String> version = platform.version(need.id());
                if (version.filter(need::isMetBy).isEmpty()) {
                    missing.add(text("modules.plan.coreOlder", label, need.id() + " " + need.range()));
                }
            } else {
                ModuleState other = catalog.state(need.id());
                if (!other.isOn() || !need.isMetBy(other.version())) {
                    missing.add(text("modules.plan.needs", label, catalog.label(need.id(), locale)));
                }
            }
        }
        return missing;
    }

    private List<String> leaving(Release target, String label) {
        Set<String> needing = new TreeSet<>();
        for (ModuleState other : catalog.needing(target.id())) {
            if (other.isOn()) {
                needing.add(catalog.label(other.id(), locale));
            }
        }
        return needing.isEmpty() ? List.of() : List.of(text("modules.plan.needed", label, String.join(", ", needing)));
    }

    /** Labels of the modules that need another version of this one. */
    private List<String> unmetBy(Release target) {
        return catalog.needing(target.id()).stream()
                .filter(other -> catalog.need(other, target.id())
                        .filter(need -> !need.isMetBy(target.version()))
                        .isPresent())
                .map(other -> catalog.label(other.id(), locale))
                .toList();
    }

    private String moduleOf(String bundle) {
        return catalog.installed().stream()
                .map(state -> catalog.shown(state.id()).orElse(null))
                .filter(Objects::nonNull)
                .filter(release ->
                        release.parts().stream().anyMatch(part -> part.name().equals(bundle)))
                .map(release -> catalog.label(release, locale))
                .findFirst()
                .orElse(bundle);
    }

    private String text(String key, Object... arguments) {
        return messages.text(locale, key, arguments);
    }
}
