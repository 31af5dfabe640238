package org.sencrm.modules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A place with packages. */
interface Repository {

    /** As an administrator wrote it. */
    String name();

    /** All that is there; may be remembered for a while. Returns soon. */
    List<Offer> offers() throws IOException;

    /** Looks again, and returns when that is done; what came of it {@link #offers} tells. */
    default void refresh() {}

    InputStream open(Offer offer) throws IOException;
}
