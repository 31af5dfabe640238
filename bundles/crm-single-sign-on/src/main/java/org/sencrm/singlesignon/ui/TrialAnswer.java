package org.sencrm.singlesignon.ui;

import com.vaadin.flow.component.html.Div;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sencrm.singlesignon.OutsideProblem;
import org.sencrm.ui.api.ScreenContext;

/** What came of a question to a directory or a provider, which may take its time. */
final class TrialAnswer extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ScreenContext context;
    private final AtomicBoolean asking = new AtomicBoolean();

    TrialAnswer(ScreenContext context) {
        this.context = context;
        getElement().setAttribute("role", "status");
    }

    /** Nothing where it still asks: a directory that does not answer holds one thread and not several. */
    void ask(Question question) {
        if (asking.compareAndSet(false, true)) {
            removeAll();
            context.fill(this, () -> answer(question), this::show);
        }
    }

    private Said answer(Question question) {
        try {
            return question.ask();
        } catch (OutsideProblem e) {
            return Said.bad(e.textKey());
        } finally {
            asking.set(false);
        }
    }

    private void show(Said said) {
        Div banner = new Div();
        banner.setText(context.text(said.key, said.arguments));
        banner.addClassNames("banner", said.good ? "good" : "bad");
        add(banner);
    }

    /** Asked on a thread of its own. */
    @FunctionalInterface
    interface Question {
        Said ask() throws OutsideProblem;
    }

    /** @param key of the message */
    record Said(boolean good, String key, Object... arguments) {

        static Said good(String key, Object... arguments) {
            return new Said(true, key, arguments);
        }

        static Said bad(String key) {
            return new Said(false, key);
        }
    }
}
