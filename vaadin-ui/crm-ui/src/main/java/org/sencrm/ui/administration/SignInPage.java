package org.sencrm.ui.administration;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.access.UserSessions;
import org.sencrm.api.setting.Setting;
import org.sencrm.api.signin.Factors;
import org.sencrm.api.signin.Proofs;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.SettingsPage;
import org.sencrm.ui.host.HostContext;

/** How long people stay signed in, and who signed in or tried to; for administrators. */
@Component
public final class SignInPage implements SettingsPage {

    private final Access access;

    @Activate
    public SignInPage(@Reference Access access) {
        this.access = access;
    }

    @Override
    public String path() {
        return "sign-in";
    }

    @Override
    public String icon() {
        return "shield";
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public boolean offered(ScreenContext context) {
        return access.isAdministrator(context.caller());
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> create(ScreenContext context) {
        return Optional.of(SignInList.ofAll(HostContext.current()));
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.number(UserSessions.IDLE_MINUTES, 1, 1_440)
                        .otherwise("30")
                        .required(),
                Setting.number(UserSessions.LONGEST_HOURS, 1, 720)
                        .otherwise("24")
                        .required(),
                Setting.number(Proofs.MINUTES, 1, 1_440)
                        .otherwise(String.valueOf(Proofs.USUAL_MINUTES))
                        .required(),
                Setting.longText(SignIn.NETWORKS),
                Setting.date(Factors.EVERYBODY_FROM),
                Setting.number(Factors.GRACE_DAYS, 1, Factors.MOST_GRACE_DAYS)
                        .otherwise(String.valueOf(Factors.USUAL_GRACE_DAYS))
                        .required(),
                Setting.yesNo(Factors.RECOVERY_BY_TWO).otherwise("true"));
    }
}
