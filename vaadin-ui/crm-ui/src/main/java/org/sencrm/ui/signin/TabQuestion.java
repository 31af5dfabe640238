package org.sencrm.ui.signin;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.sencrm.ui.api.FactorQuestion;
import org.sencrm.ui.host.HostContext;

/** A second factor asked for at the sign-in page of a tab. */
record TabQuestion(HostContext context, Map<String, Object> options, Consumer<String> onAnswer, Consumer<String> onNews)
        implements FactorQuestion {

    @Override
    public Locale locale() {
        return context.locale();
    }

    @Override
    public String text(String key, Object... arguments) {
        return context.text(key, arguments);
    }

    @Override
    public void answer(String answer) {
        onAnswer.accept(answer);
    }

    @Override
    public void say(String message) {
        onNews.accept(message);
    }
}
