package org.sencrm.ui.record;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.HostContext;

/** Finds people and teams by name while somebody types. */
public final class ColleagueField extends ComboBox<Reference> {

    private static final long serialVersionUID = 1L;

    private static final String USERS = "users";
    private static final String TEAMS = "teams";
    private static final int OFFERED = 50;

    private final transient HostContext context;

    /** @param find those whose names begin as typed; whoever does not see a name types more of it */
    ColleagueField(HostContext context, String label, Function<String, List<Reference>> find) {
        super(label);
        this.context = context;
        setItems(query -> found(find, query.getFilter().orElse(""))
                .skip(query.getOffset())
                .limit(query.getLimit()));
        setItemLabelGenerator(who -> name(context, who));
    }

    /** People only, also those who left: what somebody may and may not do is asked of them, too. */
    public static ColleagueField ofEverybody(HostContext context, String label) {
        return new ColleagueField(context, label, typed -> people(context, typed));
    }

    private static List<Reference> people(HostContext context, String typed) {
        Query named =
                Query.of(USERS).matching(typed).sortedBy("name").reading("name").limitedTo(OFFERED);
        return context.records().list(context.caller(), named).items().stream()
                .map(person -> new Reference(USERS, person.id(), person.text("name")))
                .toList();
    }

    private Stream<Reference> found(Function<String, List<Reference>> find, String typed) {
        try {
            return find.apply(typed).stream();
        } catch (Fault away) {
            context.report(away);
            return Stream.empty();
        }
    }

    /** A team is called one: people and teams may have the same name. */
    static String name(HostContext context, Reference who) {
        return TEAMS.equals(who.type()) ? context.text("share.team", context.format(who)) : context.format(who);
    }
}
