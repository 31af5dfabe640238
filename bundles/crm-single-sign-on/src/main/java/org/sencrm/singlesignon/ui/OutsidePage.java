package org.sencrm.singlesignon.ui;

import java.util.List;
import org.sencrm.api.access.Access;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Query;
import org.sencrm.api.setting.Setting;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.SettingsPage;

/** Where people may come from outside; for administrators. What becomes of newcomers is the same wherever they come from. */
abstract class OutsidePage implements SettingsPage {

    private final Access access;
    private final String texts;

    /** @param texts what the keys of the page's messages begin with */
    OutsidePage(Access access, String texts) {
        this.access = access;
        this.texts = texts;
    }

    @Override
    public String icon() {
        return "users";
    }

    @Override
    public boolean offered(ScreenContext context) {
        return access.isAdministrator(context.caller());
    }

    static List<Setting> newcomers() {
        return List.of(
                Setting.yesNo(OutsideIdentity.LINK_BY_EMAIL).otherwise("false"),
                Setting.yesNo(OutsideIdentity.CREATE_USERS).otherwise("false"),
                Setting.choice(OutsideIdentity.ROLE));
    }

    @Override
    public List<Choice> choices(ScreenContext context, Setting setting) {
        return setting.key().equals(OutsideIdentity.ROLE)
                ? roles(context)
                : SettingsPage.super.choices(context, setting);
    }

    private static List<Choice> roles(ScreenContext context) {
        Query all = Query.of("roles").reading("name").sortedBy("name");
        return context.records()
                .all(context.caller(), all)
                .map(role -> new Choice(String.valueOf(role.id()), role.text("name"), null))
                .toList();
    }

    FieldError refused(ScreenContext context, String key, String code) {
        return new FieldError(key, code, context.text(texts + code));
    }
}
