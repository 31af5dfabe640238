package org.sencrm.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.Factors;
import org.sencrm.ui.field.DayWords;
import org.sencrm.ui.host.HostContext;

/** From when on everybody has to sign in with a second factor. It is here and not with a module, so that it can be undone without one. */
final class SecondFactorSection extends SettingsCard {

    private static final long serialVersionUID = 1L;

    private static final int MOST_DAYS = 90;

    private final transient HostContext context;
    private final DatePicker from;
    private final IntegerField days;

    SecondFactorSection(HostContext context) {
        super(context.text("settings.secondFactor"));
        this.context = context;
        Paragraph about = new Paragraph(context.text("settings.secondFactor.about"));
        about.addClassName("muted");
        from = new DatePicker(context.text("settings.secondFactor.from"));
        from.setI18n(DayWords.of(context));
        from.setLocale(context.locale());
        from.setClearButtonVisible(true);
        from.setValue(day(setting(Factors.EVERYBODY_FROM)));
        days = new IntegerField(context.text("settings.secondFactor.days"));
        days.setHelperText(context.text("settings.secondFactor.days.help"));
        days.setMin(1);
        days.setMax(MOST_DAYS);
        days.setHasControls(true);
        days.setWidthFull();
        days.setValue(number(setting(Factors.GRACE_DAYS)));
        Div fields = new Div(from, days);
        fields.addClassName("settings-fields");
        Button save = new Button(context.text("settings.save"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(about, fields, save);
    }

    private void save() {
        if (from.isInvalid() || days.isInvalid()) {
            return;
        }
        Caller caller = context.caller();
        Settings settings = context.services().settings();
        String day = from.getValue() == null ? null : from.getValue().toString();
        String grace = days.getValue() == null ? null : days.getValue().toString();
        context.background(
                () -> {
                    settings.set(caller, Factors.EVERYBODY_FROM, day);
                    settings.set(caller, Factors.GRACE_DAYS, grace);
                    return caller;
                },
                saved -> context.inform(context.text("settings.saved")));
    }

    private String setting(String key) {
        return context.services().settings().get(key, "");
    }

    private static LocalDate day(String stored) {
        try {
            return stored.isBlank() ? null : LocalDate.parse(stored);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static int number(String stored) {
        try {
            return Integer.parseInt(stored);
        } catch (NumberFormatException e) {
            return Factors.USUAL_GRACE_DAYS;
        }
    }
}
