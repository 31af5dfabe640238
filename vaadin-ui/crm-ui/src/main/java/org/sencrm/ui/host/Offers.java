package org.sencrm.ui.host;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.setting.Setting;
import org.sencrm.ui.api.Command;
import org.sencrm.ui.api.CommandContext;
import org.sencrm.ui.api.FactorInput;
import org.sencrm.ui.api.HomeTile;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.Screen;
import org.sencrm.ui.api.SettingsPage;
import org.sencrm.ui.api.StandardView;
import org.sencrm.ui.bundle.HelpPage;

/**
 * What of the modules one person sees now: the only place that decides it. A module is seen as a whole or not at all ({@link
 * #sees}); of what is seen each contribution says for itself whether it is for this person. One that fails to say so is left
 * out, and so is nothing else.
 */
public final class Offers {

    private final HostContext context;

    Offers(HostContext context) {
        this.context = context;
    }

    /**
     * Whether the person sees anything of a module. Nobody does for whose roles it is switched off, and nobody who may read none of the types that the module shows in the
     * navigation; a module that shows none there is for everybody.
     */
    public boolean sees(String module) {
        if (!context.mayUse(module)) {
            return false;
        }
        List<RecordType> shown = context.types().all().stream()
                .filter(type -> type.module().equals(module) && !type.group().isEmpty() && !type.administrative())
                .toList();
        return shown.isEmpty() || shown.stream().anyMatch(type -> context.may(Right.READ, type.name()));
    }

    public List<Contribution<Screen>> screens() {
        return offered(Screen.class, Screen::order, screen -> screen.offered(context));
    }

    /** The screen at an address, be it that this person does not have it. */
    public Optional<Contribution<Screen>> installedScreen(String path) {
        return withPath(all(Screen.class), path, Screen::path);
    }

    public List<Contribution<HomeTile>> tiles() {
        return offered(HomeTile.class, HomeTile::order, tile -> tile.offered(context));
    }

    /** The panels of the page of a record. */
    public List<Contribution<RecordPanel>> panels(RecordData record) {
        return offered(
                RecordPanel.class,
                RecordPanel::order,
                panel -> isFor(panel, record.type()) && panel.offered(context, record));
    }

    private static boolean isFor(RecordPanel panel, String type) {
        return RecordPanel.ANY.equals(panel.type()) || type.equals(panel.type());
    }

    /** The views that modules bring along for the lists of a type. */
    public List<Contribution<StandardView>> standardViews(String type) {
        Set<String> hidden = context.services().access().hiddenFields(context.caller(), type);
        return offered(
                StandardView.class,
                StandardView::order,
                view -> view.type().equals(type) && !hidden.contains(view.groupBy()) && view.offered(context));
    }

    /** The commands that can be called here. */
    public List<Contribution<Command>> commands(CommandContext here) {
        return offered(Command.class, Command::order, command -> command.offered(here));
    }

    /** The commands of the modules that this person sees, in the order in which they came, callable here or not. */
    public List<Contribution<Command>> installedCommands() {
        return all(Command.class).filter(command -> sees(command.module())).toList();
    }

    public List<Contribution<SettingsPage>> settingsPages() {
        return offered(
                SettingsPage.class, SettingsPage::order, page -> page.offered(context) && hasSomethingToSet(page));
    }

    /** The settings page at an address, be it that this person does not have it. */
    public Optional<Contribution<SettingsPage>> installedSettingsPage(String path) {
        return withPath(all(SettingsPage.class), path, SettingsPage::path);
    }

    /** Whether the person may see and change a setting at all. */
    public boolean mayChange(Setting setting) {
        return setting.scope() == Setting.Scope.USER || context.isAdministrator();
    }

    /** The pages of help in the person's language, module by module, the product's own first. */
    public List<HelpPage> helpPages() {
        return context.services().bundles().pages(context.locale()).stream()
                .filter(page -> sees(page.module()))
                .toList();
    }

    /** The page of help that a module has for one of its screens or record types. */
    public Optional<HelpPage> helpPage(String module, String name) {
        return helpPages().stream()
                .filter(page -> page.module().equals(module) && page.name().equals(name))
                .findFirst();
    }

    /** What gets the answer of a kind of second factor at the sign-in, where nobody is there yet to see or not to see it. */
    public Optional<FactorInput> factorInput(String kind) {
        return withPath(all(FactorInput.class), kind, FactorInput::kind).map(Contribution::content);
    }

    private boolean hasSomethingToSet(SettingsPage page) {
        List<Setting> settings = page.settings();
        return settings.isEmpty() || settings.stream().anyMatch(this::mayChange);
    }

    private <T> Stream<Contribution<T>> all(Class<T> kind) {
        return context.services().contributions().of(kind).stream();
    }

    private <T> List<Contribution<T>> offered(Class<T> kind, ToIntFunction<T> order, Predicate<T> offered) {
        return all(kind)
                .filter(contribution -> sees(contribution.module()))
                .flatMap(contribution -> placed(contribution, order, offered))
                .sorted(Comparator.comparingInt(Placed::order))
                .map(Placed::contribution)
                .toList();
    }

    /** A module that fails to say whether and where costs its own contribution and nobody else's; the guard logs it. */
    private static <T> Stream<Placed<T>> placed(
            Contribution<T> contribution, ToIntFunction<T> order, Predicate<T> offered) {
        T content = contribution.content();
        try {
            return offered.test(content)
                    ? Stream.of(new Placed<>(order.applyAsInt(content), contribution))
                    : Stream.empty();
        } catch (Fault broken) {
            return Stream.empty();
        }
    }

    private static <T> Optional<Contribution<T>> withPath(
            Stream<Contribution<T>> all, String path, Function<T, String> pathOf) {
        return all.filter(contribution -> {
                    try {
                        return pathOf.apply(contribution.content()).equals(path);
                    } catch (Fault broken) {
                        return false;
                    }
                })
                .findFirst();
    }

    private record Placed<T>(int order, Contribution<T> contribution) {}
}
