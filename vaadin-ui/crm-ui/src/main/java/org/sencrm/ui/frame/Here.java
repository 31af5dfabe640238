package org.sencrm.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.api.CommandContext;
import org.sencrm.ui.bundle.HelpPage;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;

/** The page that is shown now, as commands and the help see it. */
final class Here implements CommandContext {

    private final HostContext context;
    private final String[] path;

    /** @param path of the page, relative to {@code /ui/} */
    Here(HostContext context, String path) {
        this.context = context;
        this.path = path.split("/");
    }

    @Override
    public Optional<String> type() {
        return shownType().map(RecordType::name);
    }

    @Override
    public Optional<Reference> record() {
        return path.length == 2 && path[1].matches("\\d{1,18}")
                ? type().map(type -> Reference.to(type, Long.parseLong(path[1])))
                : Optional.empty();
    }

    /** The page of help about this page; that with which the module's help begins where it has none of its own. */
    Optional<HelpPage> help() {
        return shownType()
                .flatMap(type -> help(type.module(), type.name()))
                .or(() -> named(Addresses.screen(""))
                        .flatMap(screen -> context.offers()
                                .installedScreen(screen)
                                .flatMap(found -> help(found.module(), screen))))
                .or(() -> named(Addresses.settings(""))
                        .flatMap(page -> context.offers()
                                .installedSettingsPage(page)
                                .flatMap(found -> help(found.module(), Addresses.SETTINGS))));
    }

    @Override
    public void create(String type, Map<String, Object> values) {
        QuickCreate.open(context, context.types().get(type), values);
    }

    @Override
    public void openScreen(String screen) {
        UI.getCurrent().navigate(Addresses.screen(screen));
    }

    @Override
    public Caller caller() {
        return context.caller();
    }

    @Override
    public Records records() {
        return context.records();
    }

    @Override
    public RecordTypes types() {
        return context.types();
    }

    @Override
    public Messages messages() {
        return context.messages();
    }

    @Override
    public String format(Object value) {
        return context.format(value);
    }

    @Override
    public void open(Reference target) {
        context.open(target);
    }

    @Override
    public void openList(String type, String filter) {
        context.openList(type, filter);
    }

    @Override
    public void inform(String message) {
        context.inform(message);
    }

    @Override
    public void whenChanged(Component component, String type, Runnable work) {
        context.whenChanged(component, type, work);
    }

    private Optional<RecordType> shownType() {
        return context.types().find(path[0]);
    }

    /** The second part of the path where the first is that of the prefix. */
    private Optional<String> named(String prefix) {
        return path.length == 2 && prefix.equals(path[0] + "/") ? Optional.of(path[1]) : Optional.empty();
    }

    private Optional<HelpPage> help(String module, String name) {
        return context.offers().helpPage(module, name).or(() -> context.offers().helpPage(module, HelpPage.FIRST));
    }
}
