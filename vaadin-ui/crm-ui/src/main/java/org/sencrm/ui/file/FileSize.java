package org.sencrm.ui.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sencrm.ui.host.HostContext;

/** How large a file is, in the unit that people would use. */
final class FileSize {

    private static final long KILO = 1_000;
    private static final long MEGA = KILO * KILO;

    private FileSize() {}

    static String of(HostContext context, long bytes) {
        if (bytes < MEGA) {
            return context.text("file.kilobytes", Math.max(1, bytes / KILO));
        }
        BigDecimal megabytes = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(MEGA), 1, RoundingMode.HALF_UP);
        return context.text("file.megabytes", context.formats().number(megabytes));
    }
}
