package org.sencrm.ui.host;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Explanations;
import org.sencrm.api.access.PasswordLinks;
import org.sencrm.api.access.Shares;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.access.SignInHistory;
import org.sencrm.api.access.UserSessions;
import org.sencrm.api.automation.Automations;
import org.sencrm.api.configuration.Configuration;
import org.sencrm.api.demo.Demo;
import org.sencrm.api.duplicate.Duplicates;
import org.sencrm.api.field.CustomFields;
import org.sencrm.api.field.CustomTypes;
import org.sencrm.api.field.RecordLayouts;
import org.sencrm.api.field.RecordRules;
import org.sencrm.api.file.Files;
import org.sencrm.api.guard.Guard;
import org.sencrm.api.guard.ModuleHealth;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.module.Modules;
import org.sencrm.api.privacy.Policies;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.search.Search;
import org.sencrm.api.setting.SecretSettings;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.OutsideSignIn;
import org.sencrm.api.signin.Proofs;
import org.sencrm.api.talk.Comments;
import org.sencrm.api.talk.Followers;
import org.sencrm.api.talk.Notifications;
import org.sencrm.api.text.Messages;
import org.sencrm.api.transfer.Exports;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.bundle.ModuleBundles;

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
    private final SecretSettings secrets;
    private final Jobs jobs;
    private final SignIn signIn;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile PasswordLinks passwordLinks;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile OutsideSignIn outsideSignIn;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile UserSessions userSessions;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile SignInHistory signInHistory;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Proofs proofs;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Policies policies;

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

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Files files;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Automations automations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Comments comments;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Followers followers;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Notifications notifications;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Shares shares;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Explanations explanations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile CustomFields customFields;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile CustomTypes customTypes;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile RecordRules rules;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Configuration configuration;

    private final RecordTypes types;
    private final RecordLayouts layouts;
    private final Guard guard;
    private final Contributions contributions;
    private final ModuleBundles bundles;

    @Activate
    public HostServices(
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference RecordLayouts layouts,
            @Reference Messages messages,
            @Reference Access access,
            @Reference Settings settings,
            @Reference SecretSettings secrets,
            @Reference Jobs jobs,
            @Reference SignIn signIn,
            @Reference Guard guard,
            @Reference Contributions contributions,
            @Reference ModuleBundles bundles) {
        this.records = records;
        this.types = types;
        this.layouts = layouts;
        this.messages = messages;
        this.access = access;
        this.settings = settings;
        this.secrets = secrets;
        this.jobs = jobs;
        this.signIn = signIn;
        this.guard = guard;
        this.contributions = contributions;
        this.bundles = bundles;
    }

    public final Records records() {
        return records;
    }

    public final RecordTypes types() {
        return types;
    }

    /** How the fields of types are arranged on screens. */
    public final RecordLayouts layouts() {
        return layouts;
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

    public final SecretSettings secrets() {
        return secrets;
    }

    public final Jobs jobs() {
        return jobs;
    }

    public final SignIn signIn() {
        return signIn;
    }

    /** Links by mail to a new password; empty where mail is not set up for them. */
    public final Optional<PasswordLinks> passwordLinks() {
        return Optional.ofNullable(passwordLinks).filter(PasswordLinks::isOffered);
    }

    /** As {@link #userSessions}. */
    public final Optional<OutsideSignIn> outsideSignIn() {
        return Optional.ofNullable(outsideSignIn);
    }

    /** Browsers in which people are signed in; empty for a moment at most, as the product starts. */
    public final Optional<UserSessions> userSessions() {
        return Optional.ofNullable(userSessions);
    }

    /** As {@link #userSessions}. */
    public final Optional<SignInHistory> signInHistory() {
        return Optional.ofNullable(signInHistory);
    }

    /** As {@link #userSessions}. */
    public final Optional<Proofs> proofs() {
        return Optional.ofNullable(proofs);
    }

    /** As {@link #userSessions}. */
    public final Optional<Policies> policies() {
        return Optional.ofNullable(policies);
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

    public final Optional<Automations> automations() {
        return Optional.ofNullable(automations);
    }

    public final Optional<Duplicates> duplicates() {
        return Optional.ofNullable(duplicates);
    }

    public final Optional<Files> files() {
        return Optional.ofNullable(files);
    }

    public final Optional<Comments> comments() {
        return Optional.ofNullable(comments);
    }

    public final Optional<Followers> followers() {
        return Optional.ofNullable(followers);
    }

    public final Optional<Notifications> notifications() {
        return Optional.ofNullable(notifications);
    }

    /** As {@link #customFields}. */
    public final Optional<Shares> shares() {
        return Optional.ofNullable(shares);
    }

    /** As {@link #customFields}. */
    public final Optional<Explanations> explanations() {
        return Optional.ofNullable(explanations);
    }

    /** Empty for a moment at most, as the product starts. */
    public final Optional<CustomFields> customFields() {
        return Optional.ofNullable(customFields);
    }

    /** As {@link #customFields}. */
    public final Optional<CustomTypes> customTypes() {
        return Optional.ofNullable(customTypes);
    }

    /** As {@link #customFields}. */
    public final Optional<RecordRules> rules() {
        return Optional.ofNullable(rules);
    }

    /** As {@link #customFields}. */
    public final Optional<Configuration> configuration() {
        return Optional.ofNullable(configuration);
    }

    /** What was noticed of a module since the product started; empty where nothing called into it yet. */
    public final Optional<ModuleHealth> health(String module) {
        return guard.health().stream()
                .filter(health -> health.module().equals(module))
                .findFirst();
    }

    /** What modules put into the screens; who sees what of it, {@link Offers} tells. */
    final Contributions contributions() {
        return contributions;
    }

    /** What the bundles of the modules bring for readers and browsers. */
    public final ModuleBundles bundles() {
        return bundles;
    }
}
