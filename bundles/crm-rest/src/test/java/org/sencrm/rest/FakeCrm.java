package org.sencrm.rest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.ClientCertificate;
import org.sencrm.api.access.Explanations;
import org.sencrm.api.access.PasswordLinks;
import org.sencrm.api.access.Right;
import org.sencrm.api.access.Scopes;
import org.sencrm.api.access.Shares;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.access.SignInHistory;
import org.sencrm.api.access.UserSessions;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.api.automation.Automations;
import org.sencrm.api.configuration.Configuration;
import org.sencrm.api.duplicate.Duplicates;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
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
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.search.Search;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.Factors;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.api.talk.Comments;
import org.sencrm.api.talk.Followers;
import org.sencrm.api.talk.Notifications;
import org.sencrm.api.text.Messages;
import org.sencrm.api.transfer.Exports;
import org.sencrm.api.transfer.Imports;
import org.sencrm.api.webhook.Webhooks;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.problem.Refusal;

/** A product in memory, just large enough to see what REST makes of its services. */
final class FakeCrm implements Services {

    static final String TOKEN = "a-token-of-anna";
    /** One that was made without the second factor that is due by now. */
    static final String WEAK_TOKEN = "a-weak-token-of-anna";
    /** An address from which nobody may work. */
    static final String FOREIGN = "198.51.100.66";

    /** A token of somebody else. */
    static final String BINHS_TOKEN = "a-token-of-binh";

    static final String CHALLENGE = "a-challenge";
    static final String VOUCHER = "a-voucher";
    static final Caller ANNA = new Caller(7, Locale.ENGLISH, ZoneId.of("UTC"), "rest", 0);
    private static final Map<String, Caller> TOKENS =
            Map.of(TOKEN, ANNA, BINHS_TOKEN, new Caller(8, Locale.ENGLISH, ZoneId.of("UTC"), "rest", 0));
    static final Reference ANNA_REFERENCE = new Reference("users", 7, "Anna");

    final FakeRecords records = new FakeRecords(this);
    final FakeTransfer transfer = new FakeTransfer();
    final FakeDuplicates duplicates = new FakeDuplicates(records);
    final FakeJobs jobs = new FakeJobs();
    final FakeFiles files = new FakeFiles();
    final FakeTalk talk = new FakeTalk();
    final FakeShares sharing = new FakeShares();
    final FakeModules modules = new FakeModules();
    final FakeFields fields = new FakeFields();
    final FakeTypes customTypes = new FakeTypes();
    final FakeConfiguration configuration = new FakeConfiguration();
    final FakeRules rules = new FakeRules();
    final FakeLayouts layouts = new FakeLayouts();
    final FakeGuard guard = new FakeGuard();
    final FakeAuditTrail audit = new FakeAuditTrail();
    final FakeFactors factors = new FakeFactors();
    public final FakePolicies policies = new FakePolicies();
    /** Tokens that let nobody in any more. */
    final Set<String> revoked = ConcurrentHashMap.newKeySet();
    /** Addresses from which nobody may work. */
    final Set<String> foreign = ConcurrentHashMap.newKeySet();

    FakeCrm() {
        foreign.add(FOREIGN);
    }

    final Set<String> hidden = new HashSet<>();
    /** Names of types that the caller may not read. */
    final Set<String> unreadable = new HashSet<>();
    /** Codes by field, where a field has others than it declares. */
    final Map<String, List<String>> options = new HashMap<>();

    final Set<Right> denied = new HashSet<>();
    final Set<String> modulesOff = new HashSet<>();
    private final Map<String, String> settings = new ConcurrentHashMap<>();
    boolean administrator = true;
    boolean started = true;
    boolean salesInstalled = true;
    String address;

    static Field field(String name, FieldKind kind, boolean readOnly, String... targets) {
        boolean system = List.of("id", "owner", "createdAt").contains(name);
        return new Field(
                name,
                kind,
                "name".equals(name),
                readOnly,
                false,
                "name".equals(name),
                kind == FieldKind.TEXT ? 200 : 0,
                List.of(targets),
                kind == FieldKind.CHOICE ? List.of("prospect", "customer") : List.of(),
                true,
                system,
                false);
    }

    private static final RecordType ACCOUNTS = type(
            "accounts",
            "crm-core",
            field("name", FieldKind.TEXT, false),
            field("phone", FieldKind.PHONE, false),
            field("email", FieldKind.EMAIL, false),
            field("website", FieldKind.URL, false),
            field("taxCode", FieldKind.TEXT, false),
            field("status", FieldKind.CHOICE, false),
            field("employees", FieldKind.NUMBER, false),
            field("annualRevenue", FieldKind.MONEY, false),
            field("parent", FieldKind.REFERENCE, false, "accounts"));

    private static final RecordType OPPORTUNITIES = type(
            "opportunities",
            "crm-sales",
            field("name", FieldKind.TEXT, false),
            field("account", FieldKind.REFERENCE, false, "accounts"),
            field("regarding", FieldKind.REFERENCE, false, "*"),
            field("partners", FieldKind.REFERENCES, false, "accounts"),
            field("tags", FieldKind.CHOICES, false),
            field("amount", FieldKind.MONEY, false));

    private static RecordType type(String name, String module, Field... own) {
        List<Field> fields = new java.util.ArrayList<>(List.of(own));
        fields.add(field("id", FieldKind.NUMBER, true));
        fields.add(field("owner", FieldKind.REFERENCE, false, "users"));
        fields.add(field("createdAt", FieldKind.DATE_TIME, true));
        return new RecordType(name, module, "name", "box", "", 1, null, false, fields);
    }

    private <T> T present(T service) {
        if (!started) {
            throw Refusal.unavailable();
        }
        return service;
    }

    @Override
    public Records records() {
        return present(records);
    }

    @Override
    public RecordTypes types() {
        return present(new RecordTypes() {
            @Override
            public List<RecordType> all() {
                return salesInstalled ? List.of(ACCOUNTS, OPPORTUNITIES) : List.of(ACCOUNTS);
            }

            @Override
            public Optional<RecordType> find(String name) {
                return all().stream().filter(type -> type.name().equals(name)).findFirst();
            }

            @Override
            public RecordType get(String name) {
                return find(name).orElseThrow(() -> new NotFound("There is no type " + name));
            }

            @Override
            public List<Choice> choices(String type, String field, Locale locale) {
                return options
                        .getOrDefault(
                                field, get(type).field(field).orElseThrow().options())
                        .stream()
                        .map(code -> new Choice(code, code.toUpperCase(Locale.ROOT), "neutral"))
                        .toList();
            }
        });
    }

    @Override
    public Access access() {
        return present(new Access() {
            @Override
            public boolean may(Caller caller, Right right, String type) {
                return !denied.contains(right)
                        && !unreadable.contains(type)
                        && types().find(type).isPresent();
            }

            @Override
            public boolean mayUpdate(Caller caller, String type, long id) {
                return true;
            }

            @Override
            public Set<String> hiddenFields(Caller caller, String type) {
                return hidden;
            }

            @Override
            public boolean isAdministrator(Caller caller) {
                return administrator;
            }

            @Override
            public boolean mayUse(Caller caller, String module) {
                return !modulesOff.contains(module);
            }

            @Override
            public Profile profile(Caller caller) {
                Reference team = new Reference("teams", 3, "North");
                return new Profile(
                        caller.userId(),
                        "anna",
                        "Anna",
                        "anna@example.org",
                        false,
                        List.of(),
                        List.of(team),
                        Map.of("accounts", List.of("read")));
            }
        });
    }

    @Override
    public SignIn signIn() {
        return present(new FakeSignIn());
    }

    @Override
    public PasswordLinks passwordLinks() {
        return present(new FakePasswordLinks());
    }

    @Override
    public Factors factors() {
        return present(factors);
    }

    @Override
    public UserSessions userSessions() {
        return present(new FakeUserSessions());
    }

    @Override
    public SignInHistory signInHistory() {
        return present(new FakeSignInHistory());
    }

    @Override
    public Policies policies() {
        return present(policies);
    }

    @Override
    public AuditTrail auditTrail() {
        return present(audit);
    }

    @Override
    public Messages messages() {
        return present(new Messages() {
            @Override
            public String text(Locale locale, String key, Object... arguments) {
                return locale.getLanguage() + ":" + key;
            }

            @Override
            public boolean has(Locale locale, String key) {
                return true;
            }
        });
    }

    @Override
    public Search search() {
        return (caller, text, limit) -> records.named(text).stream()
                .map(record -> new Search.Hit(new Reference(record.type(), record.id(), record.text("name")), "Hà Nội"))
                .toList();
    }

    @Override
    public Duplicates duplicates() {
        return duplicates;
    }

    @Override
    public Jobs jobs() {
        return jobs;
    }

    @Override
    public Imports imports() {
        return transfer;
    }

    @Override
    public Exports exports() {
        return transfer;
    }

    @Override
    public Modules modules() {
        return present(modules);
    }

    @Override
    public Comments comments() {
        return present(talk);
    }

    @Override
    public Followers followers() {
        return present(talk);
    }

    @Override
    public Shares shares() {
        return present(sharing);
    }

    @Override
    public Explanations explanations() {
        return present(sharing);
    }

    @Override
    public Notifications notifications() {
        return present(talk);
    }

    @Override
    public Files files() {
        return present(files);
    }

    @Override
    public CustomFields customFields() {
        return present(fields);
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
        return present(rules);
    }

    @Override
    public RecordLayouts recordLayouts() {
        return present(layouts);
    }

    @Override
    public Guard guard() {
        return guard;
    }

    @Override
    public Webhooks webhooks() {
        return present(new FakeWebhooks());
    }

    @Override
    public ScheduledJobs scheduledJobs() {
        return present(new FakeSchedules());
    }

    @Override
    public Automations automations() {
        return present(new FakeAutomations());
    }

    @Override
    public Settings settings() {
        return present(new Settings() {
            @Override
            public String get(String key, String otherwise) {
                return settings.getOrDefault(key, otherwise);
            }

            @Override
            public void set(Caller caller, String key, String value) {
                settings.compute(key, (known, before) -> value);
            }

            @Override
            public String own(Caller caller, String key, String otherwise) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void setOwn(Caller caller, String key, String value) {
                throw new UnsupportedOperationException();
            }
        });
    }

    /** Scopes of the last token that was issued. */
    List<String> asked;

    private final class FakeSignIn implements SignIn {

        @Override
        public Caller signIn(String userName, char[] password, String from, String through) {
            address = from;
            if ("locked".equals(userName)) {
                throw new TooManyTries("Try again later", 30);
            }
            if ("keyless".equals(userName)) {
                throw new SecondFactorRequired("Nothing can be answered", null, List.of());
            }
            if (!List.of("anna", "careful").contains(userName) || !"secret".equals(String.valueOf(password))) {
                throw new NotSignedIn("Name and password do not fit");
            }
            if ("careful".equals(userName)) {
                throw new SecondFactorRequired(
                        "One more step",
                        CHALLENGE,
                        List.of("totp", "webauthn", "recovery"),
                        Map.of("webauthn", Map.of("publicKey", Map.of("rpId", "crm.example.com", "timeout", 120000))));
            }
            return ANNA;
        }

        private static final Map<String, String> ANSWERS =
                Map.of("totp", "123456", "webauthn", "{\"id\":\"AA\",\"response\":{\"signature\":\"BB\"}}");

        @Override
        public Caller answer(String challenge, String kind, String answer, String from, String through) {
            address = from;
            boolean right = "x509".equals(kind)
                    ? isShown()
                    : ANSWERS.getOrDefault(kind, "").equals(answer);
            if (!CHALLENGE.equals(challenge) || !right) {
                throw new NotSignedIn("The code is wrong");
            }
            return ANNA;
        }

        private static boolean isShown() {
            ClientCertificate shown = ClientCertificate.served();
            return shown != null
                    && !shown.isObjectedTo()
                    && VOUCHER.equals(shown.voucher().orElse(""));
        }

        @Override
        public void setPassword(Caller caller, long userId, char[] current, char[] next) {
            throw new UnsupportedOperationException();
        }

        @Override
        public IssuedToken issueToken(Caller caller, String label, Integer expiresInDays, List<String> scopes) {
            asked = scopes;
            return new IssuedToken(11, TOKEN, Instant.parse("2026-12-31T00:00:00Z"));
        }

        @Override
        public List<Token> tokens(Caller caller, long userId) {
            if (userId != caller.userId()) {
                throw new Forbidden("Only administrators may see the tokens of others");
            }
            return List.of(
                    new Token(11, "test", Instant.EPOCH, null, null),
                    new Token(12, "limited", Instant.EPOCH, null, null, Scopes.of(List.of("accounts:read")), true));
        }

        @Override
        public void revokeToken(Caller caller, long id) {
            if (id != 11) {
                throw new NotFound("No such token");
            }
        }

        @Override
        public Caller byToken(String secret, String through) {
            if (WEAK_TOKEN.equals(secret)) {
                throw new SecondFactorRequired("Make another token", null, List.of());
            }
            return revoked.contains(secret) ? null : TOKENS.get(secret);
        }

        @Override
        public boolean isAllowedFrom(long userId, String from) {
            return !foreign.contains(from);
        }

        @Override
        public boolean isActive(long userId) {
            return true;
        }

        @Override
        public long epoch(long userId) {
            return 0;
        }
    }
}
