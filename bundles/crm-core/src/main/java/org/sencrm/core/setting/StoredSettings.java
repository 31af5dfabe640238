package org.sencrm.core.setting;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.audit.AuditLog;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Networks;
import org.sencrm.core.value.Refusal;

/**
 * Settings in the table {@code CORE_SETTING}; each user's are read from it once and then from memory. What the product
 * sets as its own are the settings of the installation.
 */
@Component(service = {Settings.class, StoredSettings.class})
public final class StoredSettings implements Settings {

    /** A user's own setting: the tag of the language chosen. */
    public static final String OWN_LANGUAGE = "ui.language";

    private static final long INSTALLATION = Caller.SYSTEM_ID;
    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9-]*(\\.[a-zA-Z0-9_-]+)*");
    private static final int MAX_KEY = 200;
    private static final int MAX_CONTENT = 8000;
    private static final int LONGEST_TOLD = 100;

    /** What holds until an administrator decides. */
    private static final Map<String, String> DEFAULTS =
            Map.of(CURRENCY, "USD", ZONE, "Asia/Ho_Chi_Minh", LANGUAGE, "vi");

    /** Beginnings of keys that decide who gets in, what comes in, and through whose hands mail goes. */
    private static final Set<String> DANGEROUS = Set.of(
            "access.",
            "signIn.",
            "company.secondFactor",
            ADDRESS,
            "mail.",
            "outbound.",
            "modules.",
            "tokenKey.",
            "single-sign-on.");

    private final Database database;
    private final Access access;
    private final Messages messages;
    private final AuditLog audit;
    private final Map<Long, Map<String, String>> byUser = new ConcurrentHashMap<>();

    @Activate
    public StoredSettings(@Reference Database database, @Reference Access access, @Reference Messages messages) {
        this.database = database;
        this.access = access;
        this.messages = messages;
        this.audit = new AuditLog(database);
    }

    @Override
    public String get(String key, String otherwise) {
        String set = of(INSTALLATION).get(key);
        return set != null ? set : DEFAULTS.getOrDefault(key, otherwise);
    }

    @Override
    public void set(Caller caller, String key, String value) {
        if (!caller.isSystem() && !access.isAdministrator(caller)) {
            throw new Forbidden(messages.text(caller.locale(), "setting.forbidden"));
        }
        if (DANGEROUS.stream().anyMatch(key::startsWith)) {
            access.requireProof(caller);
        }
        if (key.equals(SignIn.NETWORKS)) {
            checkNetworks(caller, value);
        }
        database.write(connection -> {
            store(caller, INSTALLATION, key, value);
            if (!caller.isSystem()) {
                audit.note(
                        caller,
                        AuditEvent.of("setting.changed")
                                .on("settings", cut(key))
                                .with("set", value != null));
            }
            return null;
        });
    }

    private void checkNetworks(Caller caller, String list) {
        try {
            Networks.of(list).keeping(caller.entry().address());
        } catch (Refusal refused) {
            throw new InvalidRequest(messages.text(caller.locale(), refused.messageKey(), refused.arguments()));
        }
    }

    @Override
    public String own(Caller caller, String key, String otherwise) {
        return of(caller.userId()).getOrDefault(key, otherwise);
    }

    @Override
    public void setOwn(Caller caller, String key, String value) {
        store(caller, caller.userId(), key, value);
    }

    /** The language in which a user reads, who need not be signed in. */
    public Locale languageOf(long userId) {
        return Locale.forLanguageTag(of(userId).getOrDefault(OWN_LANGUAGE, get(LANGUAGE, "en")));
    }

    /** Whether somebody decided, or the default holds. */
    public boolean isSet(String key) {
        return of(INSTALLATION).containsKey(key);
    }

    /** What holds until somebody decides; null for nothing. */
    String beforehand(String key) {
        return DEFAULTS.get(key);
    }

    /** Takes away what a user set, who is gone. */
    public void forget(long userId) {
        database.write(Sql.of("delete from CORE_SETTING where USER_ID = ?", userId)::execute);
        database.afterCommit(() -> byUser.remove(userId));
    }

    /** Takes away everybody's settings that begin with this word and a dot. */
    public void forgetWord(String word) {
        database.write(Sql.of("delete from CORE_SETTING where NAME like ?", word + ".%")::execute);
        database.afterCommit(byUser::clear);
    }

    private static String cut(String key) {
        return key.substring(0, Math.min(LONGEST_TOLD, key.length()));
    }

    private Map<String, String> of(long user) {
        Map<String, String> known = byUser.get(user);
        if (known != null) {
            return known;
        }
        // what this thread wrote and has not committed must not be seen by others
        return database.inTransaction() ? load(user) : byUser.computeIfAbsent(user, this::load);
    }

    private Map<String, String> load(long user) {
        Sql all = Sql.of("select NAME, CONTENT from CORE_SETTING where USER_ID = ?", user);
        return database
                .read(connection -> all.query(connection, row -> Map.entry(row.getString(1), row.getString(2))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void store(Caller caller, long user, String key, String value) {
        if (key.length() > MAX_KEY || !KEY.matcher(key).matches()) {
            throw new InvalidRequest(messages.text(caller.locale(), "setting.badKey"));
        }
        if (value != null && value.length() > MAX_CONTENT) {
            throw new InvalidRequest(messages.text(caller.locale(), "setting.tooLong", MAX_CONTENT));
        }
        database.write(connection -> {
            Sql.of("delete from CORE_SETTING where USER_ID = ? and NAME = ?", user, key)
                    .execute(connection);
            if (value != null) {
                Sql.of("insert into CORE_SETTING (USER_ID, NAME, CONTENT) values (?, ?, ?)", user, key, value)
                        .execute(connection);
            }
            return null;
        });
        database.afterCommit(() -> byUser.remove(user));
    }
}
