package org.sencrm.ui.administration;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.mail.Mails;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.setting.Setting;
import org.sencrm.api.setting.Settings;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.SettingsPage;
import org.sencrm.ui.host.HostContext;

/** How mail leaves the product, tried out on the spot; for administrators. */
@org.osgi.service.component.annotations.Component
public final class MailPage implements SettingsPage {

    private static final String NONE = "none";

    private final Access access;
    private final Mails mails;

    @Activate
    public MailPage(@Reference Access access, @Reference Mails mails) {
        this.access = access;
        this.mails = mails;
    }

    @Override
    public String path() {
        return "mail";
    }

    @Override
    public String icon() {
        return "mail";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean offered(ScreenContext context) {
        return access.isAdministrator(context.caller());
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text(Mails.HOST),
                Setting.number(Mails.PORT, 1, 65_535).otherwise("587"),
                Setting.choice(Mails.SECURITY, "startTls", "tls", NONE)
                        .otherwise("startTls")
                        .required(),
                Setting.text(Mails.USER),
                Setting.secret(Mails.PASSWORD),
                Setting.email(Mails.SENDER),
                Setting.text(Mails.SENDER_NAME),
                Setting.url(Settings.ADDRESS),
                Setting.text(Outbound.ALLOWED_HOSTS));
    }

    @Override
    public List<FieldError> check(ScreenContext context, Map<String, String> values) {
        boolean open = NONE.equals(values.get(Mails.SECURITY)) && values.containsKey(Mails.USER);
        return open
                ? List.of(new FieldError(Mails.SECURITY, "refused", context.text("mail.problem.openPassword")))
                : List.of();
    }

    @Override
    public Optional<Component> create(ScreenContext context) {
        return Optional.of(new MailTrial(HostContext.current(), mails));
    }
}
