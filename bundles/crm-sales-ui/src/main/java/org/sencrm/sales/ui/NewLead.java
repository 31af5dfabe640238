package org.sencrm.sales.ui;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Right;
import org.sencrm.ui.api.Command;
import org.sencrm.ui.api.CommandContext;

/** Writes down somebody who may buy, from anywhere. */
@Component
public class NewLead implements Command {

    private static final String TYPE = "leads";

    private final Access access;

    @Activate
    public NewLead(@Reference Access access) {
        this.access = access;
    }

    @Override
    public String name() {
        return "sales.newLead";
    }

    @Override
    public String icon() {
        return "plus";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<String> shortcut() {
        return List.of("n", "l");
    }

    @Override
    public boolean offered(CommandContext context) {
        return access.may(context.caller(), Right.CREATE, TYPE);
    }

    @Override
    public void run(CommandContext context) {
        context.create(TYPE, Map.of());
    }
}
