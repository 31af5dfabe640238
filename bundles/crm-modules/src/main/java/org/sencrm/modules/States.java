package org.sencrm.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What should be of each module, in files: they are there before the database is, and outlive a restored one. */
final class States {

    private final Path folder;

    States(Home home) {
        this.folder = home.states();
    }

    /** Whether nothing was ever written: the first start of a home. */
    boolean isEmpty() {
        return !Files.isDirectory(folder);
    }

    ModuleState get(String id) {
        return all().getOrDefault(id, ModuleState.none(id));
    }

    /** By id. */
    Map<String, ModuleState> all() {
        Map<String, ModuleState> states = new TreeMap<>();
        for (Path file : Home.list(folder)) {
            try {
                ModuleState.parse(Files.readString(file)).ifPresent(state -> states.put(state.id(), state));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return states;
    }

    /** Kept when it returns. */
    void put(ModuleState state) {
        try {
            Home.write(folder.resolve(state.id()), state.line());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
