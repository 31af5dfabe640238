package org.sencrm.modules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;

/** How something is had from an outside address. Whoever reads it counts the bytes and closes. */
@FunctionalInterface
public interface Fetch {

    /**
     * Only https; an answer other than 200 is an {@link IOException}, a redirect too.
     *
     * @param patience in which all of it must have been read; what is read later is an {@link IOException}
     */
    InputStream open(URI address, Duration patience) throws IOException;
}
