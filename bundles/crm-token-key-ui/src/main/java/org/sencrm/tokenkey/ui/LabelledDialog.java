package org.sencrm.tokenkey.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import org.sencrm.api.signin.Factors;
import org.sencrm.ui.api.ScreenContext;

/** Sets up a factor of which people may have several, so that it asks what the person calls this one. */
abstract class LabelledDialog extends SetUpDialog {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_LABEL = 100;

    final TextField label = new TextField();
    /** Where it stands why the answer was refused. */
    final Div problem = new Div();

    /**
     * @param kind of the factor, by whose name it is called at first
     * @param title key of its title
     * @param next key of what the button says that goes on
     */
    LabelledDialog(ScreenContext context, Factors factors, String kind, String title, String next, Runnable onDone) {
        super(context, factors, title, next, onDone);
        problem.addClassNames("banner", "bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        label.setLabel(context.text("tokenKey.own.label"));
        label.setHelperText(context.text("tokenKey.key.label.help"));
        label.setValue(context.text("factor.kind." + kind));
        label.setMaxLength(LONGEST_LABEL);
        label.setAutoselect(true);
        label.setWidthFull();
        label.addKeyPressListener(Key.ENTER, event -> goOn());
        addOpenedChangeListener(event -> {
            if (event.isOpened() && label.isAttached()) {
                label.focus();
            }
        });
    }

    @Override
    final void refuse(String message) {
        problem.setText(message);
        problem.setVisible(true);
    }
}
