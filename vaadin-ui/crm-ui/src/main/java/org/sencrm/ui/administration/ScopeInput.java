package org.sencrm.ui.administration;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.stream.Stream;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.permission.TypeNames;

/** Asks to what a new token is limited: to nothing, to reading, or to some kinds of records. */
final class ScopeInput extends Div {

    private static final long serialVersionUID = 1L;

    private static final String EVERYTHING = "everything";
    private static final String READING = "reading";
    private static final String SOME = "some";

    private final transient HostContext context;
    private final Select<String> reach = new Select<>();
    private final MultiSelectComboBox<String> types = new MultiSelectComboBox<>();
    private final Checkbox writing = new Checkbox();

    ScopeInput(HostContext context) {
        this.context = context;
        TypeNames names = new TypeNames(context);
        reach.setLabel(context.text("tokens.scopes"));
        reach.setItems(EVERYTHING, READING, SOME);
        reach.setItemLabelGenerator(choice -> choice == null ? "" : context.text("tokens.scopes." + choice));
        types.setLabel(context.text("tokens.scopes.types"));
        types.setItems(
                names.all().stream().filter(type -> !TypeNames.ANY.equals(type)).toList());
        types.setItemLabelGenerator(names::of);
        types.addValueChangeListener(event -> types.setInvalid(false));
        writing.setLabel(context.text("tokens.scopes.writing"));
        reach.addValueChangeListener(event -> narrow());
        reach.setValue(EVERYTHING);
        reach.setWidthFull();
        types.setWidthFull();
        addClassName("stack");
        add(reach, types, writing);
    }

    private void narrow() {
        boolean some = SOME.equals(reach.getValue());
        types.setVisible(some);
        writing.setVisible(some);
    }

    /** Says what is missing. @return whether nothing is */
    boolean isComplete() {
        boolean complete = !SOME.equals(reach.getValue()) || !types.getValue().isEmpty();
        if (!complete) {
            types.setErrorMessage(context.text("tokens.scopes.missing"));
            types.setInvalid(true);
            types.focus();
        }
        return complete;
    }

    /** As in {@link org.sencrm.api.access.Scopes}. */
    List<String> scopes() {
        return switch (reach.getValue()) {
            case READING -> List.of("*:read");
            case SOME ->
                types.getValue().stream()
                        .flatMap(type -> writing.getValue()
                                ? Stream.of(type + ":read", type + ":write")
                                : Stream.of(type + ":read"))
                        .toList();
            default -> List.of();
        };
    }
}
