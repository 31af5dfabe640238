package org.sencrm.ui.permission;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Explanations;
import org.sencrm.api.setting.Setting;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.SettingsPage;
import org.sencrm.ui.host.HostContext;

/** What all roles grant, side by side; for administrators. */
@Component
public final class MatrixPage implements SettingsPage {

    private final Access access;
    private final Explanations explanations;

    @Activate
    public MatrixPage(@Reference Access access, @Reference Explanations explanations) {
        this.access = access;
        this.explanations = explanations;
    }

    @Override
    public String path() {
        return "permissions";
    }

    @Override
    public String icon() {
        return "users";
    }

    @Override
    public int order() {
        return 14;
    }

    @Override
    public boolean offered(ScreenContext context) {
        return access.isAdministrator(context.caller());
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.number(Access.TOTALS_FEWEST, 3, 1_000)
                        .otherwise(Access.TOTALS_FEWEST_USUAL)
                        .required(),
                Setting.text(Access.TOTALS_FIELDS));
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> create(ScreenContext context) {
        return Optional.of(new MatrixPanel(HostContext.current(), explanations));
    }
}
