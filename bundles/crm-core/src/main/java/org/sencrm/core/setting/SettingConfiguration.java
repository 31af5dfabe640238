package org.sencrm.core.setting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.ConfigurationItem.TakeBack;
import org.sencrm.api.configuration.ConfigurationPart;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;

/**
 * Settings of the company as a part of the configuration. Only those that are named here travel: others are secrets, of one
 * machine, or hold ids.
 */
@Component(property = {ConfigurationPart.NAME + "=settings", ConfigurationPart.ORDER + ":Integer=900"})
public final class SettingConfiguration implements ConfigurationPart {

    private static final String VALUE = "value";
    private static final List<String> KEYS =
            List.of(Settings.COMPANY, Settings.CURRENCY, Settings.ZONE, Settings.LANGUAGE);

    private final StoredSettings settings;
    private final Messages messages;

    @Activate
    public SettingConfiguration(@Reference StoredSettings settings, @Reference Messages messages) {
        this.settings = settings;
        this.messages = messages;
    }

    @Override
    public List<ConfigurationItem> items(Caller caller) {
        return KEYS.stream()
                .map(key -> new ConfigurationItem(
                        key,
                        value(settings.get(key, null)),
                        value(settings.beforehand(key)),
                        (Instant) null,
                        null,
                        TakeBack.UNDOABLE))
                .toList();
    }

    private static Map<String, Object> value(String setting) {
        return Collections.singletonMap(VALUE, setting);
    }

    @Override
    public Outline outline(Caller caller, String key, Map<String, Object> value) {
        return Outline.of(null, messages.text(caller.locale(), "configuration.setting." + key));
    }

    @Override
    public Optional<String> refusal(Caller caller, String key, Map<String, Object> value) {
        boolean fits = KEYS.contains(key) && (value.get(VALUE) == null || fits(key, (String) value.get(VALUE)));
        return fits ? Optional.empty() : Optional.of(messages.text(caller.locale(), "configuration.senseless"));
    }

    private static boolean fits(String key, String value) {
        try {
            return switch (key) {
                case Settings.CURRENCY -> Currency.getInstance(value) != null;
                case Settings.ZONE -> ZoneId.of(value) != null;
                case Settings.LANGUAGE ->
                    Messages.LOCALES.stream()
                            .anyMatch(locale -> locale.getLanguage().equals(value));
                default -> true;
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    @Override
    public void put(Caller caller, String key, Map<String, Object> value) {
        settings.set(caller, key, (String) value.get(VALUE));
    }

    @Override
    public void takeBack(Caller caller, String key) {
        settings.set(caller, key, null);
    }
}
