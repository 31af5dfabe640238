package org.sencrm.singlesignon.ui;

import java.util.List;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Query;
import org.sencrm.api.setting.Setting;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.ui.api.ScreenContext;

/** What becomes of people who come from outside for the first time; the same wherever they come from. */
final class NewcomerSettings {

    private static final int MOST_ROLES = 200;

    private NewcomerSettings() {}

    static List<Setting> settings() {
        return List.of(
                Setting.yesNo(OutsideIdentity.LINK_BY_EMAIL).otherwise("false"),
                Setting.yesNo(OutsideIdentity.CREATE_USERS).otherwise("false"),
                Setting.choice(OutsideIdentity.ROLE));
    }

    static boolean isRole(Setting setting) {
        return setting.key().equals(OutsideIdentity.ROLE);
    }

    static List<Choice> roles(ScreenContext context) {
        Query all = Query.of("roles").reading("name").sortedBy("name").limitedTo(MOST_ROLES);
        return context.records().list(context.caller(), all).items().stream()
                .map(role -> new Choice(String.valueOf(role.id()), role.text("name"), null))
                .toList();
    }
}
