package org.sencrm.modules;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where modules come from, and where those that were installed are kept in the home. */
interface Packages {

    /** Every module in every version that can be had, those kept in the home too, each once. */
    List<Release> available();

    /** Those that belong to the product and are there from the first start. */
    List<Release> bundled();

    /**
     * Takes an uploaded package into the home; a {@link org.sencrm.api.fault.Fault} with the reason where it is refused.
     * Empty where no packages are taken at all.
     *
     * @param locale of the reason
     */
    Optional<Release> take(InputStream content, boolean allowDevelopmentKey, Locale locale) throws IOException;

    /** Puts the files into the home, from where alone they are installed; nothing where they are there already. */
    Release store(Release release) throws IOException;

    /** What is kept in the home; empty where it is not there in whole. */
    Optional<Release> stored(String id, String version);

    /** Whether the files in the home are still those that were stored, asked before each start. */
    boolean isUnchanged(Release stored);

    /** Takes the files out of the home. */
    void forget(String id, String version) throws IOException;

    /** A text out of the files of a module that need not be installed; empty where it is not there. */
    Optional<String> text(Release release, Locale locale, String key);
}
