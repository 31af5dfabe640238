package org.sencrm.ui.host;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.demo.Demo;
import org.sencrm.api.duplicate.Duplicates;
import org.sencrm.api.guard.Guard;
import org.sencrm.api.guard.ModuleHealth;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.module.Modules;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.search.Search;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.api.transfer.Exports;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.api.HomeTile;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.Screen;

/**
 * The services that screens are made of, as they are now. Views get it by constructor and ask each time anew: whatever a
 * module brings goes with the module. Thread safe.
 */
@Component(service = HostServices.class)
public class HostServices {

    private final Records records;
    private final Messages messages;
    private final Access access;
    private final Settings settings;
    private final Jobs jobs;
    private final SignIn signIn;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Search search;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Imports imports;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Exports exports;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Modules modules;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Demo demo;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Duplicates duplicates;

    private final RecordTypes types;
    private final Guard guard;
    private final Slot<Screen> screens;
    private final Slot<HomeTile> tiles;
    private final Slot<RecordPanel> panels;

    @Activate
    public HostServices(
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Messages messages,
            @Reference Access access,
            @Reference Settings settings,
            @Reference Jobs jobs,
            @Reference SignIn signIn,
            @Reference Guard guard) {
        this.records = records;
        this.types = types;
        this.messages = messages;
        this.access = access;
        this.settings = settings;
        this.jobs = jobs;
        this.signIn = signIn;
        this.guard = guard;
        this.screens = new Slot<>(Screen.class, guard, this::mayUse, Screen::order);
        this.tiles = new Slot<>(HomeTile.class, guard, this::mayUse, HomeTile::order);
        this.panels = new Slot<>(RecordPanel.class, guard, this::mayUse, RecordPanel::order);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addScreen(Screen screen) {
        screens.add(screen);
    }

    void removeScreen(Screen screen) {
        screens.remove(screen);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addTile(HomeTile tile) {
        tiles.add(tile);
    }

    void removeTile(HomeTile tile) {
        tiles.remove(tile);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPanel(RecordPanel panel) {
        panels.add(panel);
    }

    void removePanel(RecordPanel panel) {
        panels.remove(panel);
    }

    public final Records records() {
        return records;
    }

    public final RecordTypes types() {
        return types;
    }

    public final Messages messages() {
        return messages;
    }

    public final Access access() {
        return access;
    }

    public final Settings settings() {
        return settings;
    }

    public final Jobs jobs() {
        return jobs;
    }

    public final SignIn signIn() {
        return signIn;
    }

    public final Optional<Search> search() {
        return Optional.ofNullable(search);
    }

    public final Optional<Imports> imports() {
        return Optional.ofNullable(imports);
    }

    public final Optional<Exports> exports() {
        return Optional.ofNullable(exports);
    }

    public final Optional<Modules> modules() {
        return Optional.ofNullable(modules);
    }

    public final Optional<Demo> demo() {
        return Optional.ofNullable(demo);
    }

    public final Optional<Duplicates> duplicates() {
        return Optional.ofNullable(duplicates);
    }

    /** What was noticed of a module since the product started; empty where nothing called into it yet. */
    public final Optional<ModuleHealth> health(String module) {
        return guard.health().stream()
                .filter(health -> health.module().equals(module))
                .findFirst();
    }

    /** Whether the module is there for the person at this browser tab; where there is no person, no module is. */
    private boolean mayUse(String module) {
        return UI.getCurrent() != null
                && HostContext.current().isSignedIn()
                && access.mayUse(HostContext.current().caller(), module);
    }

    /** The screens of all modules, in order. */
    public final List<Screen> screens() {
        return screens.inOrder();
    }

    /** The tiles of the home page, in order. */
    public final List<HomeTile> tiles() {
        return tiles.inOrder();
    }

    /** The panels for record pages of a type, in order. */
    public final List<RecordPanel> panels(String type) {
        return panels.inOrder(panel -> panel.type().equals(type));
    }
}
