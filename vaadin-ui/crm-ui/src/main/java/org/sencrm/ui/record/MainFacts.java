package org.sencrm.ui.record;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.Set;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.FieldPart;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.field.ValueView;
import org.sencrm.ui.host.HostContext;

/** The values of a record that people look for first: those of the list, how to reach somebody, and the owner. */
final class MainFacts extends HtmlContainer {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 10;
    private static final String OWNER = "owner";

    MainFacts(HostContext context, RecordType type, RecordData record) {
        super("dl");
        addClassName("facts");
        FieldText words = new FieldText(context);
        ValueView values = new ValueView(context);
        Set<String> hidden = RuleState.of(context, type, record).hidden();
        FieldPart.fields(FieldPart.of(context, type)).stream()
                .filter(field -> tells(type, field) && isSet(record.get(field.name())))
                .filter(field -> !hidden.contains(field.name()))
                .limit(MOST)
                .forEach(field -> {
                    HtmlContainer term = new HtmlContainer("dt");
                    term.setText(words.label(type, field));
                    HtmlContainer value = new HtmlContainer("dd");
                    value.add(values.of(type.name(), field, record.get(field.name())));
                    add(new Div(term, value));
                });
    }

    private static boolean tells(RecordType type, Field field) {
        boolean reaches = field.kind() == FieldKind.PHONE || field.kind() == FieldKind.EMAIL;
        return !field.name().equals(type.labelField())
                && (field.listed() || reaches || OWNER.equals(field.name()))
                && field.kind() != FieldKind.STRUCTURE;
    }

    private static boolean isSet(Object value) {
        return value != null && !(value instanceof Collection<?> several && several.isEmpty());
    }
}
