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
import org.sencrm.api.record.Choice;
import org.sencrm.api.setting.Setting;
import org.sencrm.singlesignon.Provider;
import org.sencrm.singlesignon.ProviderSettings;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.SettingsPage;

/** At which provider people may sign in; for administrators. */
@org.osgi.service.component.annotations.Component
public final class ProviderPage implements SettingsPage {

    private final Access access;
    private final Provider provider;

    @Activate
    public ProviderPage(@Reference Access access, @Reference Provider provider) {
        this.access = access;
        this.provider = provider;
    }

    @Override
    public String path() {
        return "sign-in-provider";
    }

    @Override
    public String icon() {
        return "users";
    }

    @Override
    public int order() {
        return 31;
    }

    @Override
    public boolean offered(ScreenContext context) {
        return access.isAdministrator(context.caller());
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
                        NewcomerSettings.settings().stream(),
                        Stream.of(
                                Setting.text(ProviderSettings.GROUPS_CLAIM)
                                        .otherwise(ProviderSettings.USUAL_GROUPS_CLAIM)
                                        .required(),
                                Setting.longText(ProviderSettings.ROLES)))
                .flatMap(some -> some)
                .toList();
    }

    @Override
    public List<Choice> choices(ScreenContext context, Setting setting) {
        return NewcomerSettings.isRole(setting)
                ? NewcomerSettings.roles(context)
                : SettingsPage.super.choices(context, setting);
    }

    @Override
    public List<FieldError> check(ScreenContext context, Map<String, String> values) {
        List<FieldError> errors = new ArrayList<>();
        boolean named = values.containsKey(ProviderSettings.ISSUER);
        if (named != values.containsKey(ProviderSettings.CLIENT)) {
            refuse(errors, named ? ProviderSettings.CLIENT : ProviderSettings.ISSUER, "needed", context);
        }
        if (named
                && !ProviderSettings.isIssuer(
                        values.get(ProviderSettings.ISSUER).strip())) {
            refuse(errors, ProviderSettings.ISSUER, "badIssuer", context);
        }
        if (!ProviderSettings.areScopes(values.getOrDefault(ProviderSettings.SCOPES, ""))) {
            refuse(errors, ProviderSettings.SCOPES, "badScopes", context);
        }
        if (!ProviderSettings.areRoles(values.getOrDefault(ProviderSettings.ROLES, ""))) {
            refuse(errors, ProviderSettings.ROLES, "badRoles", context);
        }
        return errors;
    }

    private static void refuse(List<FieldError> errors, String key, String code, ScreenContext context) {
        errors.add(new FieldError(key, code, context.text("single-sign-on.oidc." + code)));
    }

    @Override
    public Optional<Component> create(ScreenContext context) {
        return Optional.of(new ProviderTrial(context, provider));
    }
}
