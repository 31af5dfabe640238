package org.sencrm.core.webhook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Records;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.gate.OwnRights;
import org.sencrm.core.secret.Secrets;
import org.sencrm.core.store.Database;

/**
 * Rules for webhooks. The secret never reaches the record: it is taken from the save and kept encrypted beside it. As a
 * webhook sees what its owner sees, nobody but an administrator makes one see more than themselves.
 */
@Component(property = RecordHook.TYPE + "=webhooks")
public final class WebhookRules implements RecordHook {

    private static final int SHORTEST_SECRET = 16;

    private final Access access;
    private final Records records;
    private final Outbound outbound;
    private final Secrets secrets;
    private final Settings settings;
    private final Messages messages;
    private final WebhookTable table;
    /** Secrets of saves on their way from before to after. */
    private final Map<Draft, String> given = Collections.synchronizedMap(new WeakHashMap<>());

    @Activate
    public WebhookRules(
            @Reference Database database,
            @Reference Access access,
            @Reference Records records,
            @Reference Outbound outbound,
            @Reference Secrets secrets,
            @Reference Settings settings,
            @Reference Messages messages) {
        this.access = access;
        this.records = records;
        this.outbound = outbound;
        this.secrets = secrets;
        this.settings = settings;
        this.messages = messages;
        this.table = new WebhookTable(database);
    }

    /** What purpose the secret of a webhook is encrypted for. */
    static String purpose(long webhook) {
        return "webhook:" + webhook;
    }

    @Override
    public void beforeSave(Draft draft) {
        if (draft.isNew() && draft.get("active") == null) {
            draft.set("active", true);
        }
        if (draft.isNew() && draft.get("events") == null) {
            draft.set("events", List.of("created", "updated", "deleted"));
        }
        OwnRights.guard(access, draft, "webhooks.onlyOwn");
        takeSecret(draft);
        checkAddress(draft);
        checkFilter(draft);
        if (draft.changed("active")) {
            draft.set("problem", byItself(draft) ? reason(draft.id()) : null);
        }
    }

    private static boolean byItself(Draft draft) {
        return draft.caller().isSystem() && Boolean.FALSE.equals(draft.get("active"));
    }

    /** In the language of the company: nobody in particular switched it off. */
    private String reason(long webhook) {
        WebhookTable.State state = table.state(webhook);
        Locale language = Locale.forLanguageTag(settings.get(Settings.LANGUAGE, "en"));
        return state == null || state.problem() == null
                ? null
                : messages.text(language, "webhooks.switchedOff", state.failures(), state.problem());
    }

    @Override
    public void afterSave(Draft draft) {
        String secret = given.remove(draft);
        if (secret != null) {
            table.storeSecret(draft.id(), secrets.encrypt(secret, purpose(draft.id())));
        }
        if (draft.changed("active") || draft.changed("url")) {
            table.forgetFailures(draft.id());
        }
    }

    private void takeSecret(Draft draft) {
        String secret = (String) draft.get("secret");
        if (secret != null) {
            draft.set("secret", null);
            draft.set("secretSetAt", Instant.now().truncatedTo(ChronoUnit.MICROS));
            given.put(draft, secret);
            if (secret.length() < SHORTEST_SECRET) {
                draft.refuse("secret", "webhooks.shortSecret", SHORTEST_SECRET);
            }
        } else if (draft.isNew()) {
            draft.refuse("secret", "webhooks.noSecret", SHORTEST_SECRET);
        }
    }

    private void checkAddress(Draft draft) {
        if (!draft.changed("url") || draft.get("url") == null) {
            return;
        }
        try {
            outbound.check((String) draft.get("url"));
        } catch (OutboundFailure e) {
            draft.refuse("url", "outbound." + e.reason().code());
        }
    }

    /** A filter has to make sense for each of the types, to whoever saves it. */
    private void checkFilter(Draft draft) {
        String filter = (String) draft.get("filter");
        boolean touched = draft.changed("filter") || draft.changed("types");
        if (!touched || filter == null || !(draft.get("types") instanceof List<?> types)) {
            return;
        }
        for (Object type : types) {
            try {
                Query query =
                        Query.of((String) type).where(filter).reading("id").limitedTo(1);
                records.list(draft.caller(), query);
            } catch (Fault e) {
                draft.refuse("filter", "webhooks.badFilter", type);
            }
        }
    }
}
