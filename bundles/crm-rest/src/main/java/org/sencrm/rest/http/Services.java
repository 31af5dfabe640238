package org.sencrm.rest.http;

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

/**
 * The services of the product as they are at this moment. Each may come and go while REST stays; one that is away makes
 * the call fail with a {@link org.sencrm.rest.problem.ProblemKind#UNAVAILABLE} refusal. Ask each time, keep none.
 */
public interface Services {

    Records records();

    RecordTypes types();

    Access access();

    SignIn signIn();

    PasswordLinks passwordLinks();

    Factors factors();

    UserSessions userSessions();

    SignInHistory signInHistory();

    Policies policies();

    AuditTrail auditTrail();

    Search search();

    Duplicates duplicates();

    Jobs jobs();

    Messages messages();

    Imports imports();

    Exports exports();

    Modules modules();

    Files files();

    Configuration configuration();

    CustomFields customFields();

    CustomTypes customTypes();

    RecordRules recordRules();

    RecordLayouts recordLayouts();

    Guard guard();

    Settings settings();

    Webhooks webhooks();

    ScheduledJobs scheduledJobs();

    Automations automations();

    Comments comments();

    Followers followers();

    Shares shares();

    Explanations explanations();

    Notifications notifications();
}
