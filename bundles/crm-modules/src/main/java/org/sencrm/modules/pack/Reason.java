package org.sencrm.modules.pack;

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

    public String in(Locale locale, Messages messages) {
        return messages.text(locale, key, arguments.toArray());
    }
}
