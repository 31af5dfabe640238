package org.sencrm.singlesignon.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.setting.Setting;
import org.sencrm.singlesignon.Directory;
import org.sencrm.singlesignon.DirectorySettings;
import org.sencrm.singlesignon.OutsideProblem;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.SettingsPage;

/** Which directory is asked, and what becomes of people who come from there for the first time; for administrators. */
@org.osgi.service.component.annotations.Component(service = SettingsPage.class)
public final class SingleSignOnSettings extends OutsidePage {

    private static final int HIGHEST_PORT = 65_535;

    private final Directory directory;

    @Activate
    public SingleSignOnSettings(@Reference Access access, @Reference Directory directory) {
        super(access, "single-sign-on.ldap.");
        this.directory = directory;
    }

    @Override
    public String path() {
        return "single-sign-on";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> settings = new ArrayList<>(List.of(
                Setting.text(DirectorySettings.HOST),
                Setting.number(DirectorySettings.PORT, 1, HIGHEST_PORT)
                        .otherwise(DirectorySettings.USUAL_PORT)
                        .required(),
                Setting.choice(DirectorySettings.SECURITY, DirectorySettings.TLS, DirectorySettings.START_TLS)
                        .otherwise(DirectorySettings.TLS)
                        .required(),
                Setting.text(DirectorySettings.BASE),
                Setting.text(DirectorySettings.FILTER)
                        .otherwise(DirectorySettings.USUAL_FILTER)
                        .required(),
                Setting.text(DirectorySettings.NAME_ATTRIBUTE)
                        .otherwise(DirectorySettings.USUAL_NAME_ATTRIBUTE)
                        .required(),
                Setting.text(DirectorySettings.BIND_NAME),
                Setting.secret(DirectorySettings.BIND_PASSWORD)));
        settings.addAll(newcomers());
        settings.add(Setting.longText(DirectorySettings.ROLES));
        settings.add(Setting.longText(DirectorySettings.CERTIFICATES));
        return settings;
    }

    @Override
    public List<FieldError> check(ScreenContext context, Map<String, String> values) {
        List<FieldError> errors = new ArrayList<>();
        boolean named = values.containsKey(DirectorySettings.HOST);
        if (named != values.containsKey(DirectorySettings.BASE)) {
            errors.add(refused(context, named ? DirectorySettings.BASE : DirectorySettings.HOST, "needed"));
        }
        try {
            for (String key : directory.wrong(values)) {
                errors.add(refused(context, key, "bad" + key.substring(key.lastIndexOf('.') + 1)));
            }
        } catch (OutsideProblem e) {
            errors.add(new FieldError(DirectorySettings.HOST, "busy", context.text(e.textKey())));
        }
        return errors;
    }

    @Override
    public Optional<Component> create(ScreenContext context) {
        return Optional.of(new DirectoryTrial(context, directory));
    }
}
