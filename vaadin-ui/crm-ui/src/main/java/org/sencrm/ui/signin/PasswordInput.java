package org.sencrm.ui.signin;

import com.vaadin.flow.component.textfield.PasswordField;
import elemental.json.Json;
import elemental.json.JsonObject;
import org.sencrm.ui.host.HostContext;

/** An input for a password, as password managers know it. */
public final class PasswordInput {

    private PasswordInput() {}

    /**
     * @param label message key
     * @param purpose {@code current-password} or {@code new-password}
     */
    public static PasswordField of(HostContext context, String label, String purpose) {
        PasswordField field = new PasswordField(context.text(label));
        JsonObject words = Json.createObject();
        words.put("reveal", context.text("input.reveal"));
        field.getElement().setPropertyJson("i18n", words);
        field.getElement().setAttribute("autocomplete", purpose);
        field.setWidthFull();
        return field;
    }
}
