package org.sencrm.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sencrm.api.setting.Setting;
import org.sencrm.ui.host.KeysAsTexts;

class SettingRulesTest {

    private final SettingRules rules = new SettingRules(new KeysAsTexts(), Locale.ENGLISH);

    @Test
    void onlyWhatMustBeThereMayNotBeMissing() {
        right(Setting.text("x.a"), null);
        wrong("settings.missing", Setting.text("x.a").required(), null);
        wrong("settings.missing", Setting.secret("x.a").required(), null);
    }

    @Test
    void aNumberLiesBetweenItsLimits() {
        Setting days = Setting.number("x.days", 0, 365);

        right(days, "0");
        right(days, "365");
        right(days, "12.5");
        wrong("settings.badNumber", days, "-1");
        wrong("settings.badNumber", days, "365.01");
    }

    @Test
    void anAddressIsOne() {
        right(Setting.email("x.mail"), "lan@congty.vn");
        wrong("settings.badEmail", Setting.email("x.mail"), "lan@");
        wrong("settings.badEmail", Setting.email("x.mail"), "lan congty.vn");
        right(Setting.url("x.url"), "https://api.example.com/v1?x=1");
        for (String bad :
                List.of("example.com", "javascript:alert(1)", "file:///etc/passwd", "https://", "http://a b")) {
            wrong("settings.badUrl", Setting.url("x.url"), bad);
        }
    }

    @Test
    void aTextHasAnEnd() {
        right(Setting.text("x.a"), "ă".repeat(500));
        wrong("settings.tooLong", Setting.text("x.a"), "ă".repeat(501));
        wrong("settings.tooLong", Setting.secret("x.a"), "x".repeat(4001));
    }

    @Test
    void onlyWhatIsThereToChooseIsChosen() {
        assertEquals(Optional.empty(), rules.wrong(Setting.choice("x.c"), "a", Set.of("a", "b")));
        assertEquals(Optional.of("settings.badChoice"), rules.wrong(Setting.choice("x.c"), "c", Set.of("a", "b")));
    }

    private void right(Setting setting, String value) {
        assertEquals(Optional.empty(), rules.wrong(setting, value, Set.of()));
    }

    private void wrong(String key, Setting setting, String value) {
        String told = rules.wrong(setting, value, Set.of()).orElse("nothing");
        assertTrue(told.startsWith(key), value + ": " + told);
    }
}
