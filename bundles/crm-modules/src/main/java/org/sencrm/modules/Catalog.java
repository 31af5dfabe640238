package org.sencrm.modules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.health.HealthReport;
import org.sencrm.api.module.Modules.Module;
import org.sencrm.api.module.Modules.State;
import org.sencrm.api.text.Messages;
import org.sencrm.modules.pack.Reason;
import org.sencrm.modules.pack.Versions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The modules at one moment: what could be had, what should be there, and what of it runs. */
final class Catalog {

    private static final Logger LOG = LoggerFactory.getLogger(Catalog.class);
    private static final List<String> PLATFORM = List.of("crm-core", "crm-modules", "crm-rest", "crm-ui");

    private final Platform platform;
    private final Packages packages;
    private final Runner runner;
    private final Messages messages;
    private final Supplier<List<HealthReport.Finding>> health;
    private final Map<String, ModuleState> states;
    private final List<Release> releases;

    /** @param health asks the health checks of modules; may take a while */
    Catalog(
            Platform platform,
            Packages packages,
            States states,
            Runner runner,
            Messages messages,
            Supplier<List<HealthReport.Finding>> health) {
        this.platform = platform;
        this.packages = packages;
        this.runner = runner;
        this.messages = messages;
        this.health = health;
        this.states = states.all();
        this.releases = packages.available();
    }

    /** Whether the module is a part that the product cannot be without. */
    static boolean isPlatform(String id) {
        return PLATFORM.contains(id);
    }

    /** The product's own parts first, then by id. */
    List<Module> modules(Locale locale) {
        List<Module> modules = new ArrayList<>();
        for (String id : PLATFORM) {
            platform.version(id).ifPresent(version -> modules.add(part(id, version, locale)));
        }
        Map<String, Release> byId = new TreeMap<>();
        for (Release release : releases) {
            if (shown(release.id()).isPresent()) {
                byId.put(release.id(), shown(release.id()).get());
            }
        }
        List<HealthReport.Finding> findings = health.get();
        byId.values().forEach(release -> modules.add(module(release, findings, locale)));
        states.values().stream()
                .filter(state -> state.isInstalled() && !byId.containsKey(state.id()))
                .forEach(state -> modules.add(lost(state, locale)));
        return modules;
    }

    private Module part(String id, String version, Locale locale) {
        boolean runs = platform.runs(id);
        return new Module(
                id,
                version.replace(".SNAPSHOT", "-SNAPSHOT"),
                "platform",
                runs ? State.RUNNING : State.FAILED,
                messages.text(locale, "module." + id),
                List.of(),
                runs ? null : messages.text(locale, "modules.idle", id),
                null,
                messages.text(locale, "module." + id + ".description"),
                null,
                null);
    }

    private Module module(Release release, List<HealthReport.Finding> findings, Locale locale) {
        ModuleState state = state(release.id());
        State condition = condition(state, release);
        return new Module(
                release.id(),
                release.version(),
                release.own() ? "area" : "addOn",
                condition,
                label(release, locale),
                state.previous(),
                error(condition, state, release, locale),
                release.about().vendor(),
                release.about().description(locale),
                update(state),
                release.about().icon(),
                notices(release, findings, locale));
    }

    private List<String> notices(Release release, List<HealthReport.Finding> findings, Locale locale) {
        List<String> notices = new ArrayList<>();
        Reason badStop = runner.badStop(release.id());
        if (badStop != null) {
            List<Object> words = new ArrayList<>(List.of(label(release, locale)));
            words.addAll(badStop.arguments());
            notices.add(messages.text(locale, badStop.key(), words.toArray()));
        }
        findings.stream()
                .filter(finding -> finding.module().equals(release.id()))
                .map(finding -> messages.text(
                        locale,
                        "modules.notice.health." + finding.kind().name().toLowerCase(Locale.ROOT),
                        label(release, locale),
                        finding.check()))
                .forEach(notices::add);
        return notices;
    }

    /** The newest version to which it can be updated; null for none. */
    private String update(ModuleState state) {
        return newest(state.id())
                .filter(release -> state.isInstalled() && release.isNewerThan(state.version()))
                .map(Release::version)
                .orElse(null);
    }

    /** Should be there, and its files are gone. */
    private Module lost(ModuleState state, Locale locale) {
        return new Module(
                state.id(),
                state.version(),
                "addOn",
                State.FAILED,
                state.id(),
                state.previous(),
                messages.text(locale, Runner.LOST),
                null,
                "",
                update(state),
                null);
    }

    private State condition(ModuleState state, Release release) {
        if (!state.isInstalled()) {
            return State.AVAILABLE;
        }
        return switch (state.mode()) {
            case OFF -> State.OFF;
            case QUARANTINED -> State.QUARANTINED;
            case ON -> {
                if (runner.failure(state.id()) != null) {
                    yield State.FAILED;
                }
                if (idle(release).isEmpty()) {
                    yield State.RUNNING;
                }
                yield runner.isHeldBack(release) || runner.isStarting(state.id()) ? State.INSTALLED : State.FAILED;
            }
        };
    }

    private String error(State condition, ModuleState state, Release release, Locale locale) {
        if (condition == State.QUARANTINED) {
            return Reason.ofWord(state.error()).in(locale, messages);
        }
        if (condition != State.FAILED) {
            return null;
        }
        Reason failure = runner.failure(state.id());
        return failure == null
                ? messages.text(locale, "modules.idle", String.join(", ", idle(release)))
                : failure.in(locale, messages);
    }

    private List<String> idle(Release release) {
        return runner.parts(release).stream()
                .filter(part -> !platform.isRunning(part.location()))
                .map(Release.Part::label)
                .toList();
    }

    ModuleState state(String id) {
        return states.getOrDefault(id, ModuleState.none(id));
    }

    /** The installed ones. */
    List<ModuleState> installed() {
        return states.values().stream().filter(ModuleState::isInstalled).toList();
    }

    /** The installed ones, and those that were uninstalled and left their data. */
    List<ModuleState> withData() {
        return states.values().stream()
                .filter(state -> state.isInstalled() || state.dataVersion() != null)
                .toList();
    }

    /** The installed ones that say that they need this one. */
    List<ModuleState> needing(String id) {
        return installed().stream().filter(other -> need(other, id).isPresent()).toList();
    }

    /** What the installed module says that it needs of the other one. */
    Optional<Release.Need> need(ModuleState module, String other) {
        return shown(module.id()).map(Release::needs).orElse(List.of()).stream()
                .filter(need -> need.id().equals(other))
                .findFirst();
    }

    /** The installed version as it is kept in the home, else the newest that can be had. */
    Optional<Release> shown(String id) {
        ModuleState state = state(id);
        return state.isInstalled() ? packages.stored(id, state.version()) : newest(id);
    }

    Optional<Release> newest(String id) {
        return releases.stream()
                .filter(release -> release.id().equals(id))
                .max(Comparator.comparing(Release::version, Versions.ORDER));
    }

    /** The release with its files, which are fetched where it is only offered. */
    Release whole(Release release, Locale locale) {
        try {
            return release.isOnlyOffered() ? packages.store(release, locale) : release;
        } catch (IOException e) {
            LOG.error("{} {} cannot be kept", release.id(), release.version(), e);
            throw new Unavailable(messages.text(locale, "modules.package.unkept"));
        }
    }

    Optional<Release> find(String id, String version) {
        return releases.stream()
                .filter(release -> release.id().equals(id) && release.version().equals(version))
                .findFirst();
    }

    boolean isKnown(String id) {
        return isPlatform(id)
                || state(id).isInstalled()
                || releases.stream().anyMatch(release -> release.id().equals(id));
    }

    /** Asks the module's own texts before its file: they are there while it runs. */
    String label(Release release, Locale locale) {
        String key = "module." + release.id();
        if (messages.has(locale, key)) {
            return messages.text(locale, key);
        }
        return release.label(locale);
    }

    String label(String id, Locale locale) {
        return shown(id).map(release -> label(release, locale)).orElse(id);
    }
}
