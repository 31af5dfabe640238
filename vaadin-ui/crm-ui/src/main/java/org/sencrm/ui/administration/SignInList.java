package org.sencrm.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignInHistory;
import org.sencrm.ui.field.RowsTable;
import org.sencrm.ui.host.HostContext;

/** Who signed in and who tried to, the newest first; more at the press of a button. */
final class SignInList extends Div {

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 10;

    private final transient HostContext context;
    private final transient Source source;
    private final boolean ofAll;
    private final transient List<SignInHistory.Entry> shown = new ArrayList<>();
    private final Div table = new Div();
    private final Button more;

    /** Where entries come from; called off the UI thread. */
    private interface Source {
        List<SignInHistory.Entry> read(SignInHistory history, long before);
    }

    private SignInList(HostContext context, boolean ofAll, Source source) {
        this.context = context;
        this.ofAll = ofAll;
        this.source = source;
        addClassName("stack");
        more = new Button(context.text("signIns.more"), event -> load());
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.setVisible(false);
        add(new H3(context.text("signIns.title")), table, more);
        load();
    }

    /** Of one user. */
    static SignInList of(HostContext context, long user) {
        Caller caller = context.caller();
        return new SignInList(context, false, (history, before) -> history.of(caller, user, before, AT_ONCE));
    }

    /** Of everybody, with names. */
    static SignInList ofAll(HostContext context) {
        Caller caller = context.caller();
        return new SignInList(context, true, (history, before) -> history.all(caller, before, AT_ONCE));
    }

    private void load() {
        long before = shown.isEmpty() ? 0 : shown.get(shown.size() - 1).id();
        context.services()
                .signInHistory()
                .ifPresent(history -> context.background(() -> source.read(history, before), this::show));
    }

    private void show(List<SignInHistory.Entry> next) {
        shown.addAll(next);
        more.setVisible(next.size() == AT_ONCE);
        Stream<String> columns = ofAll
                ? Stream.of("when", "who", "outcome", "address", "channel")
                : Stream.of("when", "outcome", "address", "channel");
        List<List<String>> rows = shown.stream().map(this::row).toList();
        table.removeAll();
        table.add(new RowsTable(
                context.text("signIns.title"),
                columns.map(column -> context.text("signIns." + column)).toList(),
                rows));
    }

    private List<String> row(SignInHistory.Entry entry) {
        List<String> row = new ArrayList<>();
        row.add(context.format(entry.at()));
        if (ofAll) {
            row.add(entry.userName() == null ? context.text("signIns.nobody") : entry.userName());
        }
        row.add(context.text("signIns.outcome." + entry.outcome().code()));
        row.add(entry.address() == null ? "" : entry.address());
        String channel = "signIns.channel." + entry.through();
        row.add(context.messages().has(context.locale(), channel) ? context.text(channel) : entry.through());
        return row;
    }
}
