package org.sencrm.ui.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.DomEventListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.search.Search;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/**
 * A field in which one types and a list of what fits, worked by arrow keys and Enter: places and commands at once,
 * records as soon as the search answers.
 */
final class Finder {

    private static final int MOST_RECORDS = 8;
    private static final int TYPING_PAUSE_MILLIS = 150;

    private final HostContext context;
    private final Function<String, List<Hit>> commands;
    private final Runnable done;
    private final TextField field = new TextField();
    private final HitList list;
    private int question;

    /**
     * @param commands what to offer for a text before any record; asked on the UI thread
     * @param done called after something was chosen
     */
    Finder(HostContext context, String label, Function<String, List<Hit>> commands, Runnable done) {
        this.context = context;
        this.commands = commands;
        this.done = done;
        this.list = new HitList(context.text("finder.results"), this::choose);
        configureField(label);
        listen("ArrowDown", event -> list.move(1));
        listen("ArrowUp", event -> list.move(-1));
        listen("Enter", event -> list.chooseCurrent());
    }

    TextField field() {
        return field;
    }

    Div list() {
        return list;
    }

    /** Shows what is offered for the text as it stands. */
    void refresh() {
        String text = field.getValue().trim();
        int asked = ++question;
        List<Hit> atOnce = commands.apply(text);
        list.show(atOnce, atOnce.isEmpty() && text.isEmpty() ? context.text("finder.hint") : "");
        if (text.isEmpty() || context.services().search().isEmpty()) {
            return;
        }
        Caller caller = context.caller();
        Search search = context.services().search().get();
        context.background(() -> search.find(caller, text, MOST_RECORDS), found -> {
            if (asked == question) {
                showWithRecords(text, atOnce, found);
            }
        });
    }

    void clear() {
        question++;
        field.clear();
        list.show(List.of(), "");
    }

    private void showWithRecords(String text, List<Hit> atOnce, List<Search.Hit> found) {
        List<Hit> all = new ArrayList<>(atOnce);
        found.forEach(record -> all.add(recordHit(record)));
        list.show(all, all.isEmpty() ? context.text("finder.none", text) : "");
    }

    private Hit recordHit(Search.Hit found) {
        RecordTypes types = context.types();
        String type = found.record().type();
        String icon = types.find(type).map(known -> known.icon()).orElse("file");
        return new Hit(
                icon,
                context.format(found.record()),
                found.detail(),
                context.messages().one(context.locale(), type),
                () -> context.open(found.record()));
    }

    private void choose(Hit hit) {
        clear();
        done.run();
        hit.choose().run();
    }

    private void configureField(String label) {
        field.setPlaceholder(label);
        field.setPrefixComponent(Icons.icon("search"));
        field.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                refresh();
            }
        });
        field.getElement()
                .executeJs(
                        "const input = this.inputElement; input.setAttribute('aria-label', $0);"
                                + "input.setAttribute('aria-controls', $1); input.setAttribute('role', 'combobox');"
                                + "input.setAttribute('aria-expanded', 'false'); input.setAttribute('aria-autocomplete', 'list');",
                        label,
                        list.getId().orElseThrow());
        list.whenVisible(visible -> field.getElement()
                .executeJs("this.inputElement.setAttribute('aria-expanded', $0)", String.valueOf(visible)));
        list.whenCurrent(
                id -> field.getElement().executeJs("this.inputElement.setAttribute('aria-activedescendant', $0)", id));
    }

    private void listen(String key, DomEventListener work) {
        field.getElement()
                .addEventListener("keydown", work)
                .setFilter("event.key === '" + key + "' && (event.preventDefault() || true)");
    }
}
