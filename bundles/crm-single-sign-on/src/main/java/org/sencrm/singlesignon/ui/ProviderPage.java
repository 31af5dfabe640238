package org.sencrm.singlesignon.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.setting.Setting;
import org.sencrm.singlesignon.Provider;
import org.sencrm.singlesignon.ProviderSettings;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.SettingsPage;

/** At which provider people may sign in; for administrators. */
@org.osgi.service.component.annotations.Component(service = SettingsPage.class)
public final class ProviderPage extends OutsidePage {

    private final Provider provider;

    @Activate
    public ProviderPage(@Reference Access access, @Reference Provider provider) {
        super(access, "single-sign-on.oidc.");
        this.provider = provider;
    }

    @Override
    public String path() {
        return "sign-in-provider";
    }

    @Override
    public int order() {
        return 31;
    }

    @Override
    public List<Setting> settings() {
        return Stream.of(
                        Stream.of(
                                Setting.text(ProviderSettings.ISSUER),
                                Setting.text(ProviderSettings.CLIENT),
                                Setting.secret(ProviderSettings.SECRET),
                                Setting.text(ProviderSettings.LABEL),
                                Setting.text(ProviderSettings.SCOPES)
                                        .otherwise(ProviderSettings.USUAL_SCOPES)
                                        .required(),
                                Setting.yesNo(ProviderSettings.FRESH).otherwise("true")),
                        newcomers().stream(),
                        Stream.of(
                                Setting.text(ProviderSettings.GROUPS_CLAIM)
                                        .otherwise(ProviderSettings.USUAL_GROUPS_CLAIM)
                                        .required(),
                                Setting.longText(ProviderSettings.ROLES)))
                .flatMap(some -> some)
                .toList();
    }

    @Override
    public List<FieldError> check(ScreenContext context, Map<String, String> values) {
        List<FieldError> errors = new ArrayList<>();
        boolean named = values.containsKey(ProviderSettings.ISSUER);
        if (named != values.containsKey(ProviderSettings.CLIENT)) {
            errors.add(refused(context, named ? ProviderSettings.CLIENT : ProviderSettings.ISSUER, "needed"));
        }
        if (named
                && !ProviderSettings.isIssuer(
                        values.get(ProviderSettings.ISSUER).strip())) {
            errors.add(refused(context, ProviderSettings.ISSUER, "badIssuer"));
        }
        if (!ProviderSettings.areScopes(values.getOrDefault(ProviderSettings.SCOPES, ""))) {
            errors.add(refused(context, ProviderSettings.SCOPES, "badScopes"));
        }
        if (!ProviderSettings.areRoles(values.getOrDefault(ProviderSettings.ROLES, ""))) {
            errors.add(refused(context, ProviderSettings.ROLES, "badRoles"));
        }
        return errors;
    }

    @Override
    public Optional<Component> create(ScreenContext context) {
        return Optional.of(new ProviderTrial(context, provider));
    }
}
