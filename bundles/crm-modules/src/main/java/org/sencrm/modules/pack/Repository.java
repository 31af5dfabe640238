package org.sencrm.modules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A place with packages. */
interface Repository {

    /** As an administrator wrote it. */
    String name();

    /** All that is there; may be remembered for a while. */
    List<Offer> offers() throws IOException;

    InputStream open(Offer offer) throws IOException;
}
