package org.sencrm.modules.pack;

import org.sencrm.api.module.Modules;

/**
 * How large a ZIP file may be.
 *
 * @param file bytes of the file
 * @param inflated bytes of all that is in it
 * @param ratio how many times larger than the file its content may be, once it is larger than {@link #UNSUSPICIOUS}
 */
record Limits(long file, int entries, long inflated, int ratio) {

    /** So much content is read whatever the ratio. */
    static final long UNSUSPICIOUS = 10L << 20;

    static final Limits PACKAGE = new Limits(Modules.LARGEST_PACKAGE, 10_000, 500L << 20, 100);

    long mostFrom(long size) {
        return Math.min(inflated, Math.max(UNSUSPICIOUS, size * ratio));
    }
}
