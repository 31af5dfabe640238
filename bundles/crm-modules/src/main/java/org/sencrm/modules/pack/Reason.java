package org.sencrm.modules.pack;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sencrm.api.text.Messages;

/**
 * Why something is refused, to be said in the language of whoever asks.
 *
 * @param key of a message
 * @param arguments that fill it
 */
public record Reason(String key, List<Object> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String key, Object... arguments) {
        return new Reason(key, List.of(arguments));
    }

    /** What {@link #word} gave. */
    public static Reason ofWord(String word) {
        String[] parts = word.split(":");
        return Reason.of(
                parts[0],
                Arrays.stream(parts)
                        .skip(1)
                        .map(argument -> URLDecoder.decode(argument, StandardCharsets.UTF_8))
                        .toArray());
    }

    /** In one word without a space, for a file. */
    public String word() {
        StringBuilder word = new StringBuilder(key);
        arguments.forEach(argument ->
                word.append(':').append(URLEncoder.encode(String.valueOf(argument), StandardCharsets.UTF_8)));
        return word.toString();
    }

    public String in(Locale locale, Messages messages) {
        return messages.text(locale, key, arguments.toArray());
    }
}
