package org.sencrm.ui.start;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouterLayout;
import java.util.List;
import org.sencrm.ui.administration.SettingsView;
import org.sencrm.ui.board.BoardView;
import org.sencrm.ui.calendar.CalendarView;
import org.sencrm.ui.configuration.ConfigurationView;
import org.sencrm.ui.customize.FieldsView;
import org.sencrm.ui.frame.MainLayout;
import org.sencrm.ui.frame.ScreenView;
import org.sencrm.ui.help.HelpView;
import org.sencrm.ui.home.HomeView;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.list.ListView;
import org.sencrm.ui.modules.ModuleView;
import org.sencrm.ui.modules.ModulesView;
import org.sencrm.ui.policy.PolicyView;
import org.sencrm.ui.record.RecordView;
import org.sencrm.ui.settings.SettingsPageView;
import org.sencrm.ui.settings.SettingsPages;
import org.sencrm.ui.signin.PasswordView;
import org.sencrm.ui.signin.SignInView;
import org.sencrm.ui.transfer.ImportView;

/**
 * The addresses of the product. They belong to classes of the host only: what a module brings is found behind
 * {@code :type} and {@code screen/:screen}, so that no class of a module enters Flow's registry.
 */
final class Routes {

    /** Route parameter: name of a record type. */
    static final String TYPE = "type";

    private static final List<Class<? extends RouterLayout>> FRAME = List.of(MainLayout.class);

    private final RouteConfiguration routes;

    private Routes(RouteConfiguration routes) {
        this.routes = routes;
    }

    static void register(RouteConfiguration configuration) {
        Routes routes = new Routes(configuration);
        configuration.setRoute(Addresses.SIGN_IN, SignInView.class);
        configuration.setRoute(Addresses.PASSWORD, PasswordView.class);
        configuration.setRoute(Addresses.AGREE, PolicyView.class);
        routes.inFrame(Addresses.HOME, HomeView.class);
        routes.inFrame(Addresses.IMPORT, ImportView.class);
        routes.inFrame(Addresses.IMPORT + "/:id", ImportView.class);
        routes.inFrame(Addresses.MODULES, ModulesView.class);
        routes.inFrame(Addresses.module(":id"), ModuleView.class);
        routes.inFrame(Addresses.SETTINGS, SettingsView.class);
        routes.inFrame(Addresses.settings(SettingsPages.FIELDS), FieldsView.class);
        routes.inFrame(Addresses.fields(":of"), FieldsView.class);
        routes.inFrame(Addresses.settings(SettingsPages.CHANGES), ConfigurationView.class);
        routes.inFrame(Addresses.settings(":page"), SettingsPageView.class);
        routes.inFrame(Addresses.HELP, HelpView.class);
        routes.inFrame(Addresses.help(":module", ":page"), HelpView.class);
        routes.inFrame(Addresses.screen(":screen"), ScreenView.class);
        routes.inFrame(Addresses.list(":type"), ListView.class);
        routes.inFrame(Addresses.board(":type"), BoardView.class);
        routes.inFrame(Addresses.calendar(":type"), CalendarView.class);
        routes.inFrame(":type/:id", RecordView.class);
    }

    private void inFrame(String address, Class<? extends Component> view) {
        routes.setRoute(address, view, FRAME);
    }
}
