package org.sencrm.sales.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.api.Command;
import org.sencrm.ui.api.CommandContext;

/** Begins an opportunity; on the page of an account or a contact it is theirs. */
@Component
public class NewOpportunity implements Command {

    private static final String ACCOUNT = "account";
    private static final String NAME = "name";

    private final Access access;

    @Activate
    public NewOpportunity(@org.osgi.service.component.annotations.Reference Access access) {
        this.access = access;
    }

    @Override
    public String name() {
        return "sales.newOpportunity";
    }

    @Override
    public String icon() {
        return "plus";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<String> shortcut() {
        return List.of("n", "o");
    }

    @Override
    public boolean offered(CommandContext context) {
        return access.may(context.caller(), Right.CREATE, Opportunities.TYPE);
    }

    @Override
    public void run(CommandContext context) {
        Map<String, Object> values = new HashMap<>();
        context.record().ifPresent(shown -> {
            switch (shown.type()) {
                case "accounts" -> values.put(ACCOUNT, named(read(context, shown)));
                case "contacts" -> {
                    RecordData contact = read(context, shown);
                    values.put("contact", named(contact));
                    values.put(ACCOUNT, contact.reference(ACCOUNT));
                }
                default -> {
                    // nothing on other pages says whose it is
                }
            }
        });
        values.values().removeIf(java.util.Objects::isNull);
        context.create(Opportunities.TYPE, values);
    }

    private static RecordData read(CommandContext context, Reference shown) {
        return context.records().get(context.caller(), shown.type(), shown.id());
    }

    private static Reference named(RecordData record) {
        return new Reference(record.type(), record.id(), record.text(NAME));
    }
}
