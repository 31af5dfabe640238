package org.sencrm.core.file;

import org.sencrm.api.file.Files;
import org.sencrm.api.setting.Settings;

/** How large files may be, as administrators set it; in bytes. */
final class FileLimits {

    private static final long MEGABYTE = 1_000_000;
    private static final int LARGEST = 25;
    private static final int QUOTA = 20_000;

    private final Settings settings;

    FileLimits(Settings settings) {
        this.settings = settings;
    }

    long largest() {
        return bytes(Files.LARGEST, LARGEST);
    }

    /** Of all contents together. */
    long quota() {
        return bytes(Files.QUOTA, QUOTA);
    }

    static long megabytes(long bytes) {
        return bytes / MEGABYTE;
    }

    /** What is set and no number counts as not set. */
    private long bytes(String setting, int otherwise) {
        String set = settings.get(setting, "").strip();
        return (set.matches("\\d{1,9}") ? Long.parseLong(set) : otherwise) * MEGABYTE;
    }
}
