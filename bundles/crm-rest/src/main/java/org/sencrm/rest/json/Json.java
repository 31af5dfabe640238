package org.sencrm.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Map;

/** How this product reads and writes JSON: within limits, without loss of digits, and each member once. Thread safe. */
public final class Json {

    /** A number with more digits than this before or after the point is no amount of anything. */
    private static final int MAX_DIGITS = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(1_000_000)
                    .maxNameLength(1_000)
                    .maxNumberLength(MAX_DIGITS)
                    .build())
            .build();

    private static final ObjectReader OBJECTS = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // what the body itself throws, such as that it is too large, is not the parser's to judge
            .disable(DeserializationFeature.WRAP_EXCEPTIONS)
            .build()
            .readerFor(new TypeReference<Map<String, Object>>() {});

    private Json() {}

    /** With the limits on what is read; holds nothing of what was read or written. */
    public static JsonFactory factory() {
        return FACTORY;
    }

    /**
     * The members of one JSON object, in their order; maps, lists, strings, numbers and booleans.
     *
     * @return no members where there is nothing to read
     * @throws JsonProcessingException where it is not the JSON of one object within the limits
     */
    public static Map<String, Object> readObject(InputStream in) throws IOException {
        try (JsonParser parser = FACTORY.createParser(in)) {
            return readObject(parser);
        }
    }

    /** As {@link #readObject(InputStream)}. */
    public static Map<String, Object> readObject(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return readObject(parser);
        }
    }

    private static Map<String, Object> readObject(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return Map.of();
        }
        if (first != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, "not an object");
        }
        Map<String, Object> members = OBJECTS.readValue(parser);
        refuseEndlessNumbers(members);
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "more than one object");
        }
        return members;
    }

    /** Writes UTF-8; the caller closes it, which leaves the stream below open. */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** {@code 1e999999999} is short on the line and fills the memory when it is written out. */
    private static void refuseEndlessNumbers(Object value) throws JsonProcessingException {
        if (value instanceof BigDecimal number && Math.abs((long) number.scale()) > MAX_DIGITS) {
            throw new JsonParseException(null, "number out of range");
        } else if (value instanceof Map<?, ?> members) {
            for (Object member : members.values()) {
                refuseEndlessNumbers(member);
            }
        } else if (value instanceof Iterable<?> items) {
            for (Object item : items) {
                refuseEndlessNumbers(item);
            }
        }
    }
}
