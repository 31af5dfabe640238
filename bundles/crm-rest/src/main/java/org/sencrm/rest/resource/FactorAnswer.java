package org.sencrm.rest.resource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.json.Json;
import org.sencrm.rest.json.Values;

/**
 * The answer of a second factor: {@code code} as it was typed, or {@code response} as a security key worked it out; nothing
 * where the line itself is the answer.
 */
final class FactorAnswer {

    /** Kinds of which nothing is sent. */
    private static final Set<String> OF_THE_LINE = Set.of("x509");

    private FactorAnswer() {}

    static String of(String kind, Input input) {
        if (OF_THE_LINE.contains(kind)) {
            return "";
        }
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
