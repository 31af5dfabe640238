package org.sencrm.api.module;

import java.util.List;

/**
 * What a module takes of that which all of them share.
 *
 * @param module its id
 * @param threads of its own that run now
 * @param parcels that it put into the outbox within this minute; counted for add-ons only
 * @param outsideCalls to other machines within this minute; counted for add-ons only
 * @param exceeded which of {@code threads}, {@code parcels} and {@code outsideCalls} are over their limit now
 */
public record ModuleUse(String module, int threads, int parcels, int outsideCalls, List<String> exceeded) {

    public ModuleUse {
        exceeded = List.copyOf(exceeded);
    }
}
