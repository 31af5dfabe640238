package org.sencrm.api.module;

import java.util.List;
import java.util.Map;

/**
 * What a module takes of that which all of them share.
 *
 * @param module its id
 * @param threads of its own that run now
 * @param parcels that it put into the outbox within this minute; counted for add-ons only
 * @param outsideCalls to other machines within this minute; counted for add-ons only
 * @param exceeded which of {@code threads}, {@code parcels} and {@code outsideCalls} are over their limit now
 * @param limits how much of {@code threads}, {@code parcels} and {@code outsideCalls} it may; empty for one without limits
 */
public record ModuleUse(
        String module, int threads, int parcels, int outsideCalls, List<String> exceeded, Map<String, Integer> limits) {

    public ModuleUse {
        exceeded = List.copyOf(exceeded);
        limits = Map.copyOf(limits);
    }

    /** Of a module without limits. */
    public ModuleUse(String module, int threads, int parcels, int outsideCalls, List<String> exceeded) {
        this(module, threads, parcels, outsideCalls, exceeded, Map.of());
    }
}
