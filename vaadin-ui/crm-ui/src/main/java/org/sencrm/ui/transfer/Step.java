package org.sencrm.ui.transfer;

import java.util.Arrays;
import java.util.Locale;

/** The five steps of an import, in order. */
enum Step {
    FILE,
    PREVIEW,
    MATCH,
    CHECK,
    IMPORT;

    /** As people count. */
    int number() {
        return ordinal() + 1;
    }

    String textKey() {
        return "import.step." + word();
    }

    /** As it stands in an address. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step of an address; the first one for null and for words that name none. */
    static Step named(String word) {
        return Arrays.stream(values())
                .filter(step -> step.word().equals(word))
                .findFirst()
                .orElse(FILE);
    }
}
