package org.sencrm.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** Stands in for a list without rows: tells what belongs there, or which part of the filter to loosen. */
final class NothingHere extends Section {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordType type;
    private final Div buttons = new Div();

    private NothingHere(HostContext context, RecordType type, String icon) {
        this.context = context;
        this.type = type;
        addClassNames("card", "empty");
        buttons.addClassNames("row", "centred");
        add(Icons.icon(icon));
    }

    /** For a type without any records. @param onNew null where the person may create none */
    static NothingHere yet(HostContext context, RecordType type, Runnable onNew) {
        NothingHere notice = new NothingHere(context, type, type.icon());
        notice.teach(onNew);
        return notice;
    }

    /** For a filter that nothing fits. */
    static NothingHere fitting(HostContext context, RecordType type, ListState state, Consumer<ListState> onChange) {
        NothingHere notice = new NothingHere(context, type, "search");
        notice.loosen(state, onChange);
        return notice;
    }

    /** For a list that could not be read, such as one with a broken filter in its address. */
    static NothingHere because(HostContext context, RecordType type, String reason, Runnable onReset) {
        NothingHere notice = new NothingHere(context, type, "warning");
        notice.getElement().setAttribute("role", "alert");
        notice.add(new H2(context.text("list.unreadable")), new Paragraph(reason), notice.buttons);
        notice.button("list.withoutAll", onReset, true);
        return notice;
    }

    private void teach(Runnable onNew) {
        Locale locale = context.locale();
        String many = context.messages().many(locale, type.name()).toLowerCase(locale);
        String own = type.name() + ".empty";
        String text = context.messages().has(locale, own) ? context.text(own) : context.text("list.empty.text", many);
        add(new H2(context.text("list.empty.title", many)), new Paragraph(text), buttons);
        if (onNew != null) {
            button("list.new", onNew, true);
        }
        if (context.services().imports().isPresent() && context.may(Right.IMPORT, type.name())) {
            button("list.import", () -> TypePlaces.openImport(type.name()), false);
        }
        context.services().demo().filter(demo -> context.isAdministrator()).ifPresent(demo -> {
            Caller caller = context.caller();
            button(
                    "list.empty.demo",
                    () -> context.background(
                            () -> demo.load(caller), job -> context.inform(context.text("list.empty.demoStarted"))),
                    false);
        });
    }

    private void loosen(ListState state, Consumer<ListState> onChange) {
        Locale locale = context.locale();
        String many = context.messages().many(locale, type.name()).toLowerCase(locale);
        add(new H2(context.text("list.none.title", many)), new Paragraph(context.text("list.none.text")), buttons);
        FieldPaths fields = new FieldPaths(context.types(), type);
        ConditionText words = new ConditionText(context, fields);
        Filter filter = Filter.parse(state.filter(), fields);
        List<Filter.Part> parts = filter.parts();
        for (int i = 0; i < parts.size(); i++) {
            String rest = filter.without(i).rsql();
            without(words.words(parts.get(i)), () -> onChange.accept(state.filtered(rest)));
        }
        if (!state.words().isEmpty()) {
            without("“" + state.words() + "”", () -> onChange.accept(state.matching("")));
        }
        if (parts.size() + (state.words().isEmpty() ? 0 : 1) > 1) {
            button("list.withoutAll", () -> onChange.accept(state.filtered("").matching("")), true);
        }
    }

    private void without(String part, Runnable work) {
        buttons.add(new Button(context.text("list.without", part), event -> work.run()));
    }

    private void button(String key, Runnable work, boolean main) {
        Button button = new Button(context.text(key), event -> work.run());
        if (main) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        buttons.add(button);
    }
}
