package org.sencrm.kar;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.osgi.framework.Version;
import org.sencrm.modules.pack.Versions;

/** The version of one of the many builds on the way to a version: newer than what runs, older than what it becomes. */
final class DevVersion {

    private static final String MARK = "dev-";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT);

    private DevVersion() {}

    /**
     * @param project version of the project, e.g. {@code 1.1.0}
     * @param installed what runs; null for nothing
     * @return e.g. {@code 1.1.0.dev-20260301080000000}
     */
    static String next(String project, String installed, LocalDateTime now) {
        Version wanted = numbers(new Version(Versions.osgi(project)), 0);
        if (installed != null) {
            Version there = new Version(Versions.osgi(installed));
            Version least = numbers(there, there.getQualifier().isEmpty() ? 1 : 0);
            wanted = wanted.compareTo(least) < 0 ? least : wanted;
        }
        return wanted + "." + MARK + STAMP.format(now);
    }

    private static Version numbers(Version version, int later) {
        return new Version(version.getMajor(), version.getMinor(), version.getMicro() + later);
    }
}
