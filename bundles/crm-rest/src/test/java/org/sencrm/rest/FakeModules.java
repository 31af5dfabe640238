package org.sencrm.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.job.Job;
import org.sencrm.api.module.ModuleDetails;
import org.sencrm.api.module.ModuleEvent;
import org.sencrm.api.module.ModuleRepository;
import org.sencrm.api.module.Modules;
import org.sencrm.api.record.Reference;

/** Modules in a list. */
final class FakeModules implements Modules {

    final List<Module> modules = new CopyOnWriteArrayList<>(List.of(new Module(
            "crm-sales",
            "1.0.0",
            "area",
            State.RUNNING,
            "Sales",
            List.of("0.9.0"),
            null,
            "Sen CRM",
            "Sells.",
            null,
            "icon.svg")));
    final List<Long> offFor = new CopyOnWriteArrayList<>();
    final List<String> places = new CopyOnWriteArrayList<>();
    private static final Signer SIGNER =
            new Signer("vendor", "Acme", "CN=Acme", "00ff", Instant.parse("2030-01-01T00:00:00Z"));
    private static final Permissions PERMISSIONS =
            new Permissions(Map.of("accounts", List.of("read")), List.of("api.acme.example"), List.of());
    boolean administrator = true;
    boolean broken;

    @Override
    public List<Module> list(Caller caller) {
        if (!administrator && !caller.isSystem()) {
            throw new Forbidden("Only administrators");
        }
        if (broken) {
            throw new IllegalStateException("broken");
        }
        return modules;
    }

    @Override
    public Plan plan(Caller caller, String id, String version, Action action) {
        String planned = version == null ? "1.0.0" : version;
        return new Plan(
                "p1",
                id,
                "Sales",
                planned,
                action,
                List.of(id),
                List.of(),
                List.of(),
                List.of("SALES_LEADS"),
                List.of("SALES_LEADS"),
                List.of("Quotes"),
                2,
                List.of(),
                "Back.",
                true,
                SIGNER,
                PERMISSIONS);
    }

    @Override
    public ModuleDetails details(Caller caller, String id) {
        return new ModuleDetails(
                modules.stream()
                        .filter(module -> module.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("none")),
                "/srv/modules",
                SIGNER,
                PERMISSIONS,
                Map.of("org.sencrm.api.record", "[1.0,2)"),
                Map.of(),
                List.of("acme-quotes"),
                List.of("screenshots/1.png"),
                "## 1.0.0",
                List.of(new ModuleDetails.Table("SALES_LEAD", 12), new ModuleDetails.Table("SALES_BIG", -1)),
                offFor.stream()
                        .map(role -> new Reference("roles", role, "Office"))
                        .toList(),
                null);
    }

    @Override
    public Picture picture(Caller caller, String id, String name) {
        return new Picture("image/png", name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void switchOffFor(Caller caller, String id, Collection<Long> roles) {
        offFor.clear();
        offFor.addAll(roles);
    }

    @Override
    public List<ModuleEvent> journal(Caller caller, String id, int limit) {
        return List.of(new ModuleEvent(
                id,
                Action.UPDATE,
                "0.9.0",
                "1.0.0",
                ModuleEvent.Result.DONE,
                new Reference("users", 7, "Anna"),
                Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Override
    public List<ModuleRepository> repositories(Caller caller) {
        return places.stream().map(FakeModules::repository).toList();
    }

    @Override
    public ModuleRepository addRepository(Caller caller, String place) {
        places.add(place);
        return repository(place);
    }

    @Override
    public void removeRepository(Caller caller, String place) {
        places.remove(place);
    }

    private static ModuleRepository repository(String place) {
        return new ModuleRepository(
                place, null, List.of(new ModuleRepository.Package("acme-visits", "1.0.0", "Acme", "Visits", 5)));
    }

    /** The package is its own id. */
    @Override
    public Plan plan(Caller caller, InputStream content, boolean allowDevelopmentKey) {
        try {
            String id = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return plan(caller, id, allowDevelopmentKey ? "development" : "1.0.0", Action.INSTALL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasSettled() {
        return true;
    }

    @Override
    public Job run(Caller caller, String planId) {
        return new Job(9, "module", Job.State.QUEUED, 0, 0, Map.of(), null, 7, null, null);
    }
}
