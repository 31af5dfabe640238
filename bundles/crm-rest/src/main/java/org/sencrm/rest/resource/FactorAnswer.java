package org.sencrm.rest.resource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.json.Json;
import org.sencrm.rest.json.Values;

/** The answer of a second factor: {@code code} as it was typed, or {@code response} as a security key worked it out. */
final class FactorAnswer {

    private FactorAnswer() {}

    static String of(Input input) {
        Map<String, Object> response = input.object("response");
        return response == null ? input.requiredText("code") : text(response);
    }

    private static String text(Map<String, Object> response) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = Json.generator(bytes)) {
            Values.any(out, response);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
