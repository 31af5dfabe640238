package org.sencrm.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.sencrm.api.guard.Guard;
import org.sencrm.api.guard.ModuleHealth;

/** Noticed one error of the module for sales. */
final class FakeGuard implements Guard {

    @Override
    public <T> T around(Class<T> contract, T service, Supplier<Locale> language) {
        return service;
    }

    /** What the tests bring is of one module. */
    @Override
    public Optional<String> moduleOf(Object service) {
        return Optional.of("acme-weather");
    }

    @Override
    public List<ModuleHealth> health() {
        return List.of(new ModuleHealth(
                "crm-sales", 12, 1, 30, 2, Duration.ofMillis(45), false, "OpportunityHook: broke", Instant.EPOCH));
    }
}
