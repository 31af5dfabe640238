package org.sencrm.modules;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.module.Modules.Action;
import org.sencrm.api.module.Modules.Plan;
import org.sencrm.api.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works out what an operation would do by comparing what is there with what would be. Changes nothing. */
final class Planner {

    private static final Logger LOG = LoggerFactory.getLogger(Planner.class);

    private final Home home;
    private final Supplier<Catalog> catalogs;
    private final Platform platform;
    private final Runner runner;
    private final ModuleTables tables;
    private final Messages messages;
    private final IntSupplier sessions;

    Planner(
            Home home,
            Supplier<Catalog> catalogs,
            Platform platform,
            Runner runner,
            ModuleTables tables,
            Messages messages,
            IntSupplier sessions) {
        this.home = home;
        this.catalogs = catalogs;
        this.platform = platform;
        this.runner = runner;
        this.tables = tables;
        this.messages = messages;
        this.sessions = sessions;
    }

    /** @param version null for the one that is meant where none is said */
    Plan plan(String id, String version, Action action, Locale locale) {
        Catalog catalog = catalogs.get();
        if (!catalog.isKnown(id)) {
            throw new NotFound(messages.text(locale, "modules.unknown", id));
        }
        Release target = target(catalog, id, version, action, locale);
        Changes changes = changes(target, catalog.state(id), action);
        List<String> obstacles = new Obstacles(catalog, platform, messages, locale)
                .of(target, action, changes.going(), changes.coming());
        return result(catalog, target, action, changes, obstacles, locale);
    }

    /** The version that the operation is about. */
    private Release target(Catalog catalog, String id, String version, Action action, Locale locale) {
        ModuleState state = catalog.state(id);
        String asked = version;
        if (asked == null && action == Action.ROLLBACK && !state.previous().isEmpty()) {
            asked = state.previous().get(0);
        }
        if (asked == null && action == Action.PURGE && !state.isInstalled()) {
            asked = state.dataVersion();
        }
        if (asked != null) {
            String wanted = asked;
            return catalog.find(id, wanted)
                    .map(release -> newest(action) ? catalog.whole(release, locale) : release)
                    .orElseThrow(() -> new NotFound(messages.text(locale, "modules.unknownVersion", id, wanted)));
        }
        return (newest(action) ? catalog.newest(id).map(release -> catalog.whole(release, locale)) : catalog.shown(id))
                .orElseGet(() -> Release.offered(id, known(state, id), Map.of(), false, Release.About.NOTHING));
    }

    /** Whether the newest version is meant where none is said. */
    private static boolean newest(Action action) {
        return action == Action.INSTALL || action == Action.UPDATE;
    }

    /** The version of a module of which there are no files, and of a part of the platform. */
    private String known(ModuleState state, String id) {
        return state.isInstalled() ? state.version() : platform.version(id).orElse("0");
    }

    private Changes changes(Release target, ModuleState state, Action action) {
        List<String> there = runner.locations(target.id());
        return switch (action) {
            case INSTALL, UPDATE, ROLLBACK -> {
                List<Release.Part> wanted = runner.parts(target);
                List<String> kept = wanted.stream().map(Release.Part::location).toList();
                List<String> going =
                        there.stream().filter(old -> !kept.contains(old)).toList();
                List<Release.Part> coming = wanted.stream()
                        .filter(part -> !there.contains(part.location()))
                        .toList();
                yield new Changes(coming, going, state.isInstalled() ? names(state) : List.of());
            }
            case OFF -> new Changes(List.of(), List.of(), names(state));
            case ON -> new Changes(List.of(), List.of(), List.of());
            case UNINSTALL, PURGE -> new Changes(List.of(), there, names(state));
        };
    }

    /** Bundles of the installed version. */
    private List<String> names(ModuleState state) {
        return catalogs.get().shown(state.id()).map(runner::parts).orElse(List.of()).stream()
                .filter(part -> platform.number(part.location()).isPresent())
                .map(Release.Part::label)
                .toList();
    }

    private Plan result(
            Catalog catalog, Release target, Action action, Changes changes, List<String> obstacles, Locale locale) {
        List<String> owned = tables(target.id(), locale);
        List<String> warnings = new ArrayList<>(obstacles);
        if (obstacles.isEmpty()) {
            warnings.addAll(notes(catalog, target, action, owned, locale));
        }
        Declared declared = Declared.by(target);
        return new Plan(
                UUID.randomUUID().toString(),
                target.id(),
                catalog.label(target, locale),
                target.version(),
                action,
                changes.coming().stream().map(Release.Part::label).sorted().toList(),
                changes.stops().stream().sorted().toList(),
                platform.rewired(changes.going()),
                owned,
                changed(catalog, target, action, owned),
                catalog.needing(target.id()).stream()
                        .map(other -> catalog.label(other.id(), locale))
                        .toList(),
                sessions.getAsInt(),
                warnings,
                obstacles.isEmpty() ? wayBack(catalog, target, action, locale) : null,
                obstacles.isEmpty(),
                declared.signer(),
                declared.permissions());
    }

    private List<String> changed(Catalog catalog, Release target, Action action, List<String> owned) {
        ModuleState state = catalog.state(target.id());
        return switch (action) {
            case INSTALL, UPDATE ->
                TableChanges.between(
                        catalog.find(target.id(), String.valueOf(state.dataVersion()))
                                .orElse(null),
                        target);
            case ROLLBACK -> returnsData(state, target) ? owned : List.of();
            case PURGE -> owned;
            case OFF, ON, UNINSTALL -> List.of();
        };
    }

    private List<String> tables(String id, Locale locale) {
        try {
            return Catalog.isPlatform(id) ? List.of() : tables.of(id);
        } catch (SQLException e) {
            LOG.error("The tables of {} cannot be listed", id, e);
            throw new Unavailable(messages.text(locale, "modules.unavailable"));
        }
    }

    private List<String> notes(Catalog catalog, Release target, Action action, List<String> owned, Locale locale) {
        List<String> notes = new ArrayList<>();
        if (action == Action.ROLLBACK && returnsData(catalog.state(target.id()), target)) {
            notes.add(messages.text(locale, "modules.plan.dataBack", target.version()));
        }
        if (action == Action.PURGE && !owned.isEmpty()) {
            String key = runner.runs(target.id()) ? "modules.plan.purge" : "modules.plan.purgeRaw";
            notes.add(messages.text(locale, key, home.exports()));
        }
        if (action == Action.UPDATE) {
            asksForMore(catalog, target, locale).ifPresent(notes::add);
        }
        boolean starts = action == Action.INSTALL || action == Action.UPDATE || action == Action.ROLLBACK;
        if (runner.isHeldBack(target) && (starts || action == Action.ON)) {
            notes.add(messages.text(locale, "modules.plan.safe"));
        }
        return notes;
    }

    private Optional<String> asksForMore(Catalog catalog, Release target, Locale locale) {
        List<String> more = catalog.shown(target.id())
                .map(now -> Declared.by(target).beyond(Declared.by(now)))
                .orElse(List.of());
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of(messages.text(locale, "modules.plan.asksMore", String.join(", ", more)));
    }

    /** Whether the tables were changed by an update since the version was left. */
    private boolean returnsData(ModuleState state, Release target) {
        List<String> left = state.previous().subList(0, state.previous().indexOf(target.version()) + 1);
        return left.stream().anyMatch(version -> Files.exists(home.copy(target.id(), version)));
    }

    private String wayBack(Catalog catalog, Release target, Action action, Locale locale) {
        String label = catalog.label(target, locale);
        return switch (action) {
            case INSTALL -> messages.text(locale, "modules.back.install", label);
            case UPDATE ->
                messages.text(
                        locale,
                        "modules.back.update",
                        catalog.state(target.id()).version());
            case ROLLBACK ->
                messages.text(
                        locale,
                        "modules.back.rollback",
                        catalog.state(target.id()).version());
            case OFF -> messages.text(locale, "modules.back.off", label);
            case ON -> messages.text(locale, "modules.back.on", label);
            case UNINSTALL -> messages.text(locale, "modules.back.uninstall", label);
            case PURGE -> messages.text(locale, "modules.back.purge", label);
        };
    }

    /**
     * @param coming bundles that are not there yet
     * @param going locations of bundles that leave
     * @param stops labels of bundles that stop
     */
    private record Changes(List<Release.Part> coming, List<String> going, List<String> stops) {}
}
