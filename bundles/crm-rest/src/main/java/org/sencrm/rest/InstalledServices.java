package org.sencrm.rest;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Explanations;
import org.sencrm.api.access.PasswordLinks;
import org.sencrm.api.access.Shares;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.access.SignInHistory;
import org.sencrm.api.access.UserSessions;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.api.automation.Automations;
import org.sencrm.api.configuration.Configuration;
import org.sencrm.api.duplicate.Duplicates;
import org.sencrm.api.field.CustomFields;
import org.sencrm.api.field.CustomTypes;
import org.sencrm.api.field.RecordLayouts;
import org.sencrm.api.field.RecordRules;
import org.sencrm.api.file.Files;
import org.sencrm.api.guard.Guard;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.job.ScheduledJobs;
import org.sencrm.api.module.Modules;
import org.sencrm.api.privacy.Policies;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.search.Search;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.Factors;
import org.sencrm.api.talk.Comments;
import org.sencrm.api.talk.Followers;
import org.sencrm.api.talk.Notifications;
import org.sencrm.api.text.Messages;
import org.sencrm.api.transfer.Exports;
import org.sencrm.api.transfer.Imports;
import org.sencrm.api.webhook.Webhooks;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.problem.Refusal;

/**
 * The services as the framework has them at this moment. REST does not wait for any of them: it is there from the first
 * second and says what is missing.
 */
@Component(service = Services.class)
public class InstalledServices implements Services {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Records records;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Configuration configuration;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RecordTypes types;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Access access;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SignIn signIn;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile PasswordLinks passwordLinks;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Factors factors;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile UserSessions userSessions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SignInHistory signInHistory;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditTrail auditTrail;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Policies policies;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Search search;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Duplicates duplicates;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Jobs jobs;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Messages messages;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Imports imports;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Exports exports;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Modules modules;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Files files;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Settings settings;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile CustomFields customFields;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile CustomTypes customTypes;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RecordRules recordRules;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RecordLayouts recordLayouts;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Guard guard;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Webhooks webhooks;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ScheduledJobs scheduledJobs;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Automations automations;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Comments comments;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Followers followers;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Notifications notifications;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Shares shares;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Explanations explanations;

    @Override
    public Records records() {
        return present(records);
    }

    @Override
    public RecordTypes types() {
        return present(types);
    }

    @Override
    public Access access() {
        return present(access);
    }

    @Override
    public SignIn signIn() {
        return present(signIn);
    }

    @Override
    public PasswordLinks passwordLinks() {
        return present(passwordLinks);
    }

    @Override
    public Factors factors() {
        return present(factors);
    }

    @Override
    public UserSessions userSessions() {
        return present(userSessions);
    }

    @Override
    public SignInHistory signInHistory() {
        return present(signInHistory);
    }

    @Override
    public Policies policies() {
        return present(policies);
    }

    @Override
    public AuditTrail auditTrail() {
        return present(auditTrail);
    }

    @Override
    public Search search() {
        return present(search);
    }

    @Override
    public Duplicates duplicates() {
        return present(duplicates);
    }

    @Override
    public Jobs jobs() {
        return present(jobs);
    }

    @Override
    public Messages messages() {
        return present(messages);
    }

    @Override
    public Imports imports() {
        return present(imports);
    }

    @Override
    public Exports exports() {
        return present(exports);
    }

    @Override
    public Modules modules() {
        return present(modules);
    }

    @Override
    public Files files() {
        return present(files);
    }

    @Override
    public CustomFields customFields() {
        return present(customFields);
    }

    @Override
    public CustomTypes customTypes() {
        return present(customTypes);
    }

    @Override
    public Configuration configuration() {
        return present(configuration);
    }

    @Override
    public RecordRules recordRules() {
        return present(recordRules);
    }

    @Override
    public RecordLayouts recordLayouts() {
        return present(recordLayouts);
    }

    @Override
    public Guard guard() {
        return present(guard);
    }

    @Override
    public Settings settings() {
        return present(settings);
    }

    @Override
    public Webhooks webhooks() {
        return present(webhooks);
    }

    @Override
    public ScheduledJobs scheduledJobs() {
        return present(scheduledJobs);
    }

    @Override
    public Automations automations() {
        return present(automations);
    }

    @Override
    public Comments comments() {
        return present(comments);
    }

    @Override
    public Followers followers() {
        return present(followers);
    }

    @Override
    public Shares shares() {
        return present(shares);
    }

    @Override
    public Explanations explanations() {
        return present(explanations);
    }

    @Override
    public Notifications notifications() {
        return present(notifications);
    }

    private static <T> T present(T service) {
        if (service == null) {
            throw Refusal.unavailable();
        }
        return service;
    }
}
