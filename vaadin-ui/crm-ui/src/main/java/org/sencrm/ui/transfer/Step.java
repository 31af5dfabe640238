package org.sencrm.ui.transfer;

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
        return "import.step." + name().toLowerCase(Locale.ROOT);
    }
}
