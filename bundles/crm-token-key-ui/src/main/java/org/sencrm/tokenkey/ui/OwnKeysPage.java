package org.sencrm.tokenkey.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.signin.Factors;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.SettingsPage;

/** Everybody's own second factors. A page of its own: what only administrators set would hide it from all others. */
@org.osgi.service.component.annotations.Component
public final class OwnKeysPage implements SettingsPage {

    private final Factors factors;

    @Activate
    public OwnKeysPage(@Reference Factors factors) {
        this.factors = factors;
    }

    @Override
    public String path() {
        return "token-key";
    }

    @Override
    public String icon() {
        return "shield";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> create(ScreenContext context) {
        return Optional.of(new OwnKeys(context, factors));
    }
}
