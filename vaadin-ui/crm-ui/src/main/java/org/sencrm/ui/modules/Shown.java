package org.sencrm.ui.modules;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import org.sencrm.api.module.Modules.Module;
import org.sencrm.api.module.Modules.State;

/** What of the modules is looked at; a part of the address. */
enum Shown {
    ALL(module -> true),
    INSTALLED(module -> module.state() != State.AVAILABLE),
    AVAILABLE(module -> module.state() == State.AVAILABLE),
    UPDATES(module -> module.update() != null),
    PROBLEMS(module -> module.error() != null || !module.notices().isEmpty()),
    JOURNAL(module -> false),
    SOURCES(module -> false);

    /** Query parameter of the address. */
    static final String PARAMETER = "show";

    private final Predicate<Module> shown;

    Shown(Predicate<Module> shown) {
        this.shown = shown;
    }

    /** As in the address, and in keys of texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean has(Module module) {
        return shown.test(module);
    }

    /** Whether modules are listed, and not something else about them. */
    boolean isList() {
        return this != JOURNAL && this != SOURCES;
    }

    /** All for a word that means nothing. */
    static Shown of(String word) {
        return Arrays.stream(values())
                .filter(shown -> shown.word().equals(word))
                .findFirst()
                .orElse(ALL);
    }
}
