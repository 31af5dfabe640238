package org.sencrm.modules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** How something is had from an outside address. Whoever reads it counts the bytes and closes. */
@FunctionalInterface
public interface Fetch {

    /** Only https; an answer other than 200 is an {@link IOException}, a redirect too. */
    InputStream open(URI address) throws IOException;
}
