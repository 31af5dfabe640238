package org.sencrm.modules;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.sencrm.modules.pack.Reason;
import org.sencrm.modules.pack.Repositories;

/** Where modules come from, and where those that were installed are kept in the home. */
interface Packages {

    /** Every module in every version that can be had, those kept in the home too, each once. */
    List<Release> available();

    /** Those that come with the product. */
    List<Release> bundled();

    /** Whether a bundled module is installed at the first start; the others are there to be chosen. */
    boolean isInitial(Release bundled);

    /** Tells where else modules are had: folders and https addresses, one a line. */
    void further(Supplier<String> repositories);

    /** The places themselves. */
    Repositories repositories();

    /**
     * Takes an uploaded package into the home; a {@link org.sencrm.api.fault.Fault} with the reason where it is refused.
     *
     * @param locale of the reason
     */
    Release take(InputStream content, boolean allowDevelopmentKey, Locale locale) throws IOException;

    /**
     * Puts the files into the home, from where alone they are installed; nothing where they are there already, and whole. A
     * {@link org.sencrm.api.fault.Fault} with the reason where the package is refused or cannot be had. Another build of the
     * same version stays beside it until {@link #keepLatest}.
     *
     * @param locale of the reason
     */
    Release store(Release release, Locale locale) throws IOException;

    /** Whether this very build of a bundled module lies in the home, and not only another one of its version. */
    boolean isKept(Release bundled);

    /** Of several builds of a version only the latest stays: no way leads back to the others any more. */
    void keepLatest(String id, String version);

    /** Of several builds of a version the latest goes, so that the one before it counts; nothing where there is but one. */
    void dropLatest(String id, String version);

    /** What is kept in the home, of several builds the latest; empty where it is not there. */
    Optional<Release> stored(String id, String version);

    /** Why the files in the home are not to be started, asked before each start; empty where nothing is wrong. */
    Optional<Reason> flaw(Release stored);

    /** Takes the files out of the home. */
    void forget(String id, String version) throws IOException;
}
