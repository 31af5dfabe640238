package org.sencrm.tokenkey.ui;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.sencrm.ui.api.WebComponent;

/** The button at which a security key is asked, in the browser: to be registered, or to sign in. */
final class KeyButton extends WebComponent {

    private static final long serialVersionUID = 1L;

    /** What browsers say, as far as there are words for it. */
    private static final Set<String> REASONS =
            Set.of("NotAllowedError", "InvalidStateError", "SecurityError", "NotSupportedError", "Unsupported");

    /**
     * @param text of a key, in the language of the page
     * @param label key of its text
     * @param options as the kind told them
     * @param onAnswer gets the answer of the key
     * @param onFailure gets the words for why there is none
     */
    KeyButton(
            UnaryOperator<String> text,
            String label,
            Map<String, Object> options,
            Consumer<String> onAnswer,
            Consumer<String> onFailure) {
        super("token-key-button", "public/token-key-button.js");
        getElement().setProperty("label", text.apply(label));
        getElement().setProperty("waiting", text.apply("tokenKey.key.waiting"));
        getElement().setPropertyMap("options", options);
        getElement()
                .addEventListener(
                        "answered",
                        event -> onAnswer.accept(event.getEventData().getString("event.detail.answer")))
                .addEventData("event.detail.answer");
        getElement()
                .addEventListener(
                        "failed",
                        event -> onFailure.accept(
                                text.apply(words(event.getEventData().getString("event.detail.reason")))))
                .addEventData("event.detail.reason");
    }

    /** The key of the text for what a browser said. */
    static String words(String reason) {
        return "tokenKey.key.failed" + (REASONS.contains(reason) ? "." + reason : "");
    }
}
