package org.sencrm.tokenkey.ui;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.StandardView;

/** The keys of people who are switched off: whoever leaves gives theirs back. */
@Component
public final class KeysToReturn implements StandardView {

    @Override
    public String type() {
        return "tokenkeys";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String label() {
        return "tokenkeys.view.toReturn";
    }

    @Override
    public String filter(ScreenContext context) {
        return "state=in=(assigned,active);holder.active==false";
    }

    @Override
    public List<String> columns() {
        return List.of("name", "serial", "kind", "holder", "state", "lastUsedAt");
    }
}
