package org.sencrm.rest.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.sencrm.api.health.HealthCheck.State;
import org.sencrm.rest.json.JsonBody;

/**
 * How the product is, in one word and part by part.
 *
 * @param checks by name, in the order in which they are shown
 */
record Health(Map<String, State> checks) implements JsonBody {

    /** As well as the worst of its parts. */
    State overall() {
        return checks.values().stream().max(State::compareTo).orElse(State.UP);
    }

    @Override
    public void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("status", overall().code());
        out.writeObjectFieldStart("checks");
        for (Map.Entry<String, State> check : checks.entrySet()) {
            out.writeStringField(check.getKey(), check.getValue().code());
        }
        out.writeEndObject();
        out.writeEndObject();
    }
}
