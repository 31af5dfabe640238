package org.sencrm.tokenkey.ui;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.sencrm.ui.api.StandardView;

/** How many keys are in which state, and what they cost, in each and in all. */
@Component
public final class KeysByState implements StandardView {

    @Override
    public String type() {
        return "tokenkeys";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String label() {
        return "tokenkeys.view.byState";
    }

    @Override
    public List<String> columns() {
        return List.of("name", "serial", "kind", "holder", "lastUsedAt", "cost");
    }

    @Override
    public String groupBy() {
        return "state";
    }
}
