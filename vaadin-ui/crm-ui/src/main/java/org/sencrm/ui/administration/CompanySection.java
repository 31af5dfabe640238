package org.sencrm.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.host.HostContext;

/** Name, currency, time zone and language of the company. */
final class CompanySection extends SettingsCard {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final TextField name = new TextField();
    private final ComboBox<String> currency = new ComboBox<>();
    private final ComboBox<String> zone = new ComboBox<>();
    private final Select<String> language = new Select<>();

    CompanySection(HostContext context) {
        super(context.text("settings.company"));
        this.context = context;
        configureName();
        configureCurrency();
        configureZone();
        configureLanguage();
        Div fields = new Div(name, currency, zone, language);
        fields.addClassName("settings-fields");
        Button save = new Button(context.text("settings.save"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(fields, save);
    }

    private void configureName() {
        name.setLabel(context.text("settings.company.name"));
        name.setMaxLength(200);
        name.setValue(setting(Settings.COMPANY, ""));
    }

    private void configureCurrency() {
        String now = context.services().settings().currency();
        Set<String> others = new TreeSet<>();
        Currency.getAvailableCurrencies().forEach(any -> others.add(any.getCurrencyCode()));
        Set<String> codes = new LinkedHashSet<>(List.of(now, "VND", "USD", "EUR"));
        codes.addAll(others);
        currency.setLabel(context.text("settings.company.currency"));
        currency.setItems(codes);
        currency.setItemLabelGenerator(
                code -> code + " · " + Currency.getInstance(code).getDisplayName(context.locale()));
        currency.setValue(now);
    }

    private void configureZone() {
        Set<String> zones = new TreeSet<>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.indexOf('/') > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .forEach(zones::add);
        String now = setting(Settings.ZONE, context.caller().zone().getId());
        zones.add(now);
        zone.setLabel(context.text("settings.company.zone"));
        zone.setItems(zones);
        zone.setValue(now);
    }

    private void configureLanguage() {
        List<String> tags = Messages.LOCALES.stream().map(Locale::toLanguageTag).toList();
        language.setLabel(context.text("settings.company.language"));
        language.setHelperText(context.text("settings.company.language.help"));
        language.setItems(tags);
        language.setItemLabelGenerator(tag -> tag == null ? "" : context.text("language." + tag));
        String now = setting(Settings.LANGUAGE, tags.get(0));
        language.setValue(tags.contains(now) ? now : tags.get(0));
    }

    private void save() {
        if (isMissing(currency) | isMissing(zone)) {
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put(
                Settings.COMPANY,
                name.getValue().isBlank() ? null : name.getValue().strip());
        values.put(Settings.CURRENCY, currency.getValue());
        values.put(Settings.ZONE, zone.getValue());
        values.put(Settings.LANGUAGE, language.getValue());
        Caller caller = context.caller();
        Settings settings = context.services().settings();
        context.background(
                () -> {
                    values.forEach((key, value) -> settings.set(caller, key, value));
                    return values;
                },
                saved -> context.inform(context.text("settings.saved")));
    }

    /** Says so at the field. */
    private boolean isMissing(ComboBox<String> field) {
        field.setInvalid(field.isEmpty());
        field.setErrorMessage(context.text("settings.company.missing"));
        return field.isEmpty();
    }

    private String setting(String key, String otherwise) {
        return context.services().settings().get(key, otherwise);
    }
}
