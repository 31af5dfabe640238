package org.sencrm.ui.audit;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.sencrm.api.audit.AuditQuery;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.DayWords;
import org.sencrm.ui.host.HostContext;

/** What entries are wanted: of which kind, by whom, from which day to which. */
final class AuditFilters extends Div {

    private static final long serialVersionUID = 1L;
    private static final String USERS = "users";
    private static final String ANY = "";

    /** Kinds by their beginning, in the order in which they are offered. */
    private static final List<String> KINDS = List.of(
            ANY,
            "signIn.",
            "users.",
            "roles.",
            "teams.",
            "password.",
            "token.",
            "factor.",
            "session.",
            "record.",
            "records.",
            "file.",
            "share.",
            "user.",
            "module.",
            "configuration.",
            "setting.",
            "audit.",
            "changes.");

    private final transient HostContext context;
    private final Select<String> kind = new Select<>();
    private final ComboBox<Reference> user;
    private final DatePicker from;
    private final DatePicker until;

    /** @param onChanged called after another choice */
    AuditFilters(HostContext context, Runnable onChanged) {
        this.context = context;
        addClassName("settings-fields");
        kind.setLabel(context.text("audit.filter.kind"));
        kind.setItems(KINDS);
        kind.setItemLabelGenerator(this::label);
        kind.setValue(ANY);
        kind.addValueChangeListener(event -> onChanged.run());
        user = new ComboBox<>(context.text("audit.filter.user"));
        user.setItems(typed ->
                people(typed.getFilter().orElse("")).skip(typed.getOffset()).limit(typed.getLimit()));
        user.setItemLabelGenerator(context::format);
        user.setClearButtonVisible(true);
        user.addValueChangeListener(event -> onChanged.run());
        from = day("audit.filter.from", onChanged);
        until = day("audit.filter.until", onChanged);
        add(kind, user, from, until);
    }

    /** What is chosen now; its limit does not matter. */
    AuditQuery query() {
        return AuditQuery.newest(1)
                .ofKind(ANY.equals(kind.getValue()) ? null : kind.getValue())
                .by(user.getValue() == null ? null : (Long) user.getValue().id())
                .between(
                        start(from.getValue()),
                        until.getValue() == null ? null : start(until.getValue().plusDays(1)));
    }

    private Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(context.caller().zone()).toInstant();
    }

    private String label(String word) {
        String bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
        return context.text(ANY.equals(word) ? "audit.filter.anyKind" : "audit.group." + bare);
    }

    private DatePicker day(String label, Runnable onChanged) {
        DatePicker day = new DatePicker(context.text(label));
        day.setI18n(DayWords.of(context));
        day.setLocale(context.locale());
        day.setClearButtonVisible(true);
        day.addValueChangeListener(event -> onChanged.run());
        return day;
    }

    /** Whoever does not find a name among the first types more of it. */
    private Stream<Reference> people(String typed) {
        Query query = Query.of(USERS).matching(typed).sortedBy("name").reading("name");
        try {
            return context.records().list(context.caller(), query).items().stream()
                    .map(person -> new Reference(USERS, person.id(), person.text("name")));
        } catch (Fault away) {
            context.report(away);
            return Stream.empty();
        }
    }
}
