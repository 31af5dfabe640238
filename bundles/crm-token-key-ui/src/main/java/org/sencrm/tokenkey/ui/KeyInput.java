package org.sencrm.tokenkey.ui;

import com.vaadin.flow.component.Component;
import org.sencrm.ui.api.FactorInput;
import org.sencrm.ui.api.FactorQuestion;

/** Asks for a security key at the sign-in. */
@org.osgi.service.component.annotations.Component
public final class KeyInput implements FactorInput {

    @Override
    public String kind() {
        return EnrolKeyDialog.KIND;
    }

    @Override
    public Component create(FactorQuestion question) {
        return new KeyButton(question::text, "tokenKey.key.use", question.options(), question::answer, question::say);
    }
}
