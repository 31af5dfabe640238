package org.sencrm.ui.customize;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRecord;

/** Shows what is wrong with a description at the inputs of its members, and the rest above them. */
final class ErrorPlaces extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, HasValidation> places = new LinkedHashMap<>();

    ErrorPlaces() {
        addClassNames("banner", "bad");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void at(String member, HasValidation input) {
        places.put(member, input);
    }

    void clear() {
        setVisible(false);
        places.values().forEach(input -> input.setInvalid(false));
    }

    void show(Fault fault) {
        clear();
        setText(fault.getMessage());
        setVisible(true);
        if (fault instanceof InvalidRecord invalid) {
            StringBuilder elsewhere = new StringBuilder();
            invalid.errors().forEach(error -> {
                HasValidation input = places.get(error.field());
                if (input == null) {
                    elsewhere.append(' ').append(error.message());
                } else {
                    input.setErrorMessage(error.message());
                    input.setInvalid(true);
                }
            });
            setText(fault.getMessage() + elsewhere);
            places.values().stream()
                    .filter(HasValidation::isInvalid)
                    .filter(Focusable.class::isInstance)
                    .findFirst()
                    .ifPresent(input -> ((Focusable<?>) input).focus());
        }
    }
}
