package org.sencrm.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** An answer that writes itself as JSON, straight to the line and without a tree in between. */
@FunctionalInterface
public interface JsonBody {

    void write(JsonGenerator out) throws IOException;
}
