package org.sencrm.core.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.automation.Automation;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.webhook.Webhook;

/** What speaks of purged types goes or says why it rests; what speaks of others stays. */
class TypeMentionsTest {

    private TestEngine engine;
    private TypeMentions mentions;

    @BeforeEach
    void start() {
        engine = new TestEngine();
        engine.types.install("mentions-unit", "crm-core", List.of(Automation.class, Webhook.class));
        choices("automations.subject", DEALS, "accounts");
        choices("automations.trigger", "created");
        choices("automations.action", "setField");
        choices("webhooks.types", DEALS, "accounts");
        mentions = new TypeMentions(engine.database, engine.settings, engine.messages);
    }

    private void choices(String field, String... codes) {
        ChoiceSource source = locale -> Arrays.stream(codes)
                .map(code -> new Choice(code, code, "neutral"))
                .toList();
        engine.extensions.choices().add(Contribution.of(source, Map.of(ChoiceSource.FIELD, field)));
    }

    @AfterEach
    void stop() throws InterruptedException {
        engine.close();
    }

    @Test
    void automationsAboutThemGoAndOthersStay() {
        automation("of deals", DEALS);
        RecordData trashed = automation("trashed", DEALS);
        engine.records.delete(SYSTEM, "automations", trashed.id(), 1);
        automation("of accounts", "accounts");

        mentions.forget(Set.of(DEALS));
        mentions.forget(Set.of(DEALS));

        assertEquals(List.of("of accounts"), engine.names(SYSTEM, Query.of("automations")));
        assertEquals(List.of(), engine.names(SYSTEM, Query.of("automations").inTrash()));
    }

    @Test
    void aWebhookIsToldOfTheRest() {
        RecordData both = webhook(DEALS, "accounts");
        RecordData others = webhook("accounts");

        mentions.forget(Set.of(DEALS));
        mentions.forget(Set.of(DEALS));

        RecordData now = read(both);
        assertEquals(List.of("accounts"), now.get("types"));
        assertEquals(true, now.get("active"));
        assertNull(now.get("problem"));
        assertEquals(2, now.version());
        assertEquals(1, read(others).version());
    }

    @Test
    void aWebhookOfNothingElseIsSwitchedOffAndSaysWhy() {
        RecordData webhook = webhook(DEALS);
        engine.settings.set(SYSTEM, "company.language", "vi");

        mentions.forget(Set.of(DEALS));

        RecordData now = read(webhook);
        assertEquals(false, now.get("active"));
        assertEquals("Đã tự tắt vì các bản ghi được theo dõi đã bị xóa hẳn cùng mô-đun", now.get("problem"));
    }

    private RecordData automation(String name, String subject) {
        return engine.create(
                "automations", "name", name, "subject", subject, "trigger", "created", "action", "setField");
    }

    private RecordData webhook(String... types) {
        return engine.create(
                "webhooks",
                "name",
                "w",
                "url",
                "https://example.org/hook",
                "types",
                List.of(types),
                "events",
                List.of("created"),
                "active",
                true);
    }

    private RecordData read(RecordData webhook) {
        return engine.records.get(SYSTEM, "webhooks", webhook.id());
    }
}
