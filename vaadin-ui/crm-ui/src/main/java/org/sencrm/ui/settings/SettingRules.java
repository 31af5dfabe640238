package org.sencrm.ui.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sencrm.api.setting.Setting;
import org.sencrm.api.text.Messages;

/** What a value of a described setting must be like, told in the person's language. */
final class SettingRules {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Set<String> WEB = Set.of("http", "https");

    private final Messages messages;
    private final Locale locale;

    SettingRules(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /**
     * What is wrong with a value.
     *
     * @param value null for none
     * @param options codes of what there is to choose
     * @return empty for nothing
     */
    Optional<String> wrong(Setting setting, String value, Set<String> options) {
        if (value == null) {
            return setting.mandatory() ? says("settings.missing") : Optional.empty();
        }
        return switch (setting.kind()) {
            case NUMBER -> wrongNumber(setting, value);
            case EMAIL -> EMAIL.matcher(value).matches() ? wrongLength(setting, value) : says("settings.badEmail");
            case URL -> isWebAddress(value) ? wrongLength(setting, value) : says("settings.badUrl");
            case CHOICE -> options.contains(value) ? Optional.empty() : says("settings.badChoice");
            case DATE -> isDay(value) ? Optional.empty() : says("settings.badDate");
            case BOOLEAN -> Optional.empty();
            case TEXT, LONG_TEXT, SECRET -> wrongLength(setting, value);
        };
    }

    static boolean isDay(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private Optional<String> wrongNumber(Setting setting, String value) {
        BigDecimal number = new BigDecimal(value);
        boolean fits = (setting.least() == null || number.compareTo(setting.least()) >= 0)
                && (setting.most() == null || number.compareTo(setting.most()) <= 0);
        return fits ? Optional.empty() : says("settings.badNumber", setting.least(), setting.most());
    }

    private Optional<String> wrongLength(Setting setting, String value) {
        return BigDecimal.valueOf(value.length()).compareTo(setting.most()) <= 0
                ? Optional.empty()
                : says("settings.tooLong", setting.most());
    }

    private static boolean isWebAddress(String value) {
        try {
            URI address = URI.create(value);
            return address.getHost() != null && address.getScheme() != null && WEB.contains(address.getScheme());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private Optional<String> says(String key, Object... arguments) {
        return Optional.of(messages.text(locale, key, arguments));
    }
}
