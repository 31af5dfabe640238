package org.sencrm.ui.api;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.record.Choice;
import org.sencrm.api.setting.Setting;

/**
 * A page of a module in the settings, published as a service: described settings, a component of the module's own, or both.
 * The host gives it an address ({@code /ui/settings/<path>}) and its name by the message {@code settings.page.<path>}, with
 * {@code settings.page.<path>.about} as a sentence under it, draws the fields, checks, saves with a way back, and takes all of it
 * away with the service.
 *
 * <p>What counts for the company is shown to administrators only; a page on which nothing is left for a person is not
 * offered to them. All methods are called on the UI thread of a browser tab, through the guard of the module: where one
 * fails, a notice that names the module stands in its place.
 *
 * <pre>{@code
 * @Component
 * public class SalesSettings implements SettingsPage {
 *     static final Setting REMIND = Setting.number("sales.remindDays", 0, 365).otherwise("3");
 *     public String path() { return "sales"; }
 *     public String icon() { return "money"; }
 *     public List<Setting> settings() { return List.of(REMIND); }
 * }
 * }</pre>
 */
@ConsumerType
public interface SettingsPage {

    /** Last part of the address: lower case words with hyphens. */
    String path();

    /** Name of an icon of the product's family. */
    String icon();

    /** Place among the pages, small first. */
    default int order() {
        return 100;
    }

    /** Whether this person has the page, besides what the scopes of the settings say. */
    default boolean offered(ScreenContext context) {
        return true;
    }

    /** What is set here, in the order of the page. */
    default List<Setting> settings() {
        return List.of();
    }

    /**
     * What there is to choose for a setting of the kind choice. As long as it is not overridden, these are the setting's
     * options with the messages {@code setting.<key>.<option>}.
     */
    default List<Choice> choices(ScreenContext context, Setting setting) {
        return setting.options().stream()
                .map(option -> new Choice(option, context.text("setting." + setting.key() + "." + option), null))
                .toList();
    }

    /**
     * What is wrong with the values as a whole, after each was found right by itself.
     *
     * @param values what was entered, by key; a key without a value is absent, a secret that stays as it is too
     * @return none for all is well; the field of an error is the key of a setting
     */
    default List<FieldError> check(ScreenContext context, Map<String, String> values) {
        return List.of();
    }

    /** What else is on the page, below the described settings; saves for itself. */
    default Optional<Component> create(ScreenContext context) {
        return Optional.empty();
    }
}
