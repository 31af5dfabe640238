package org.sencrm.singlesignon.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.Collectors;
import org.sencrm.singlesignon.Directory;
import org.sencrm.singlesignon.OutsideProblem;
import org.sencrm.singlesignon.Person;
import org.sencrm.singlesignon.ui.TrialAnswer.Said;
import org.sencrm.ui.api.ScreenContext;

/** Looks somebody up with the settings as they are saved, and tells what the directory says; no password is tried. */
final class DirectoryTrial extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 100;

    private final transient ScreenContext context;
    private final transient Directory directory;
    private final TextField name = new TextField();
    private final TrialAnswer answer;

    DirectoryTrial(ScreenContext context, Directory directory) {
        this.context = context;
        this.directory = directory;
        this.answer = new TrialAnswer(context);
        addClassName("stack");
        name.setLabel(context.text("single-sign-on.trial.name"));
        name.setMaxLength(LONGEST_NAME);
        name.setWidth("min(360px, 100%)");
        name.addKeyPressListener(Key.ENTER, event -> ask());
        Button ask = new Button(context.text("single-sign-on.trial.ask"), event -> ask());
        Paragraph about = new Paragraph(context.text("single-sign-on.trial.about"));
        about.addClassName("muted");
        Div line = new Div(name, ask);
        line.addClassName("row");
        // the button beside the input, not beside its label
        line.getStyle().set("align-items", "baseline");
        add(new H2(context.text("single-sign-on.trial")), about, line, answer);
    }

    private void ask() {
        String asked = name.getValue().strip();
        name.setInvalid(asked.isEmpty());
        if (asked.isEmpty()) {
            name.setErrorMessage(context.text("single-sign-on.trial.nameMissing"));
            name.focus();
            return;
        }
        answer.ask(() -> look(asked));
    }

    private Said look(String asked) throws OutsideProblem {
        List<Person> found = directory.look(asked).orElse(null);
        if (found == null) {
            return Said.bad("single-sign-on.trial.notSetUp");
        } else if (found.size() != 1) {
            return Said.bad("single-sign-on.trial." + (found.isEmpty() ? "nobody" : "several"));
        }
        Person one = found.get(0);
        return one.id() == null
                ? Said.bad("single-sign-on.trial.noId")
                : Said.good(
                        "single-sign-on.trial.found",
                        text(one.userName()),
                        text(one.name()),
                        text(one.email()),
                        roles(one));
    }

    private static String roles(Person one) {
        return one.roles() == null || one.roles().isEmpty()
                ? text(null)
                : one.roles().stream().sorted().collect(Collectors.joining(", "));
    }

    private static String text(String value) {
        return value == null ? "–" : value;
    }
}
