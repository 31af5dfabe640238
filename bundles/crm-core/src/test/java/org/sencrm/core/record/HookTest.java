package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Reference;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.store.StoreException;

class HookTest {

    private TestEngine engine;
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void start() {
        engine = new TestEngine();
    }

    @AfterEach
    void stop() throws InterruptedException {
        engine.close();
    }

    @Test
    void hooksRunByRankInsideTheTransaction() {
        add("low", 1, DEALS);
        add("high", 5, "*");
        add("other", 9, "accounts");
        RecordData made = engine.deal("name", "hooked");
        assertEquals(List.of("high before true", "low before true", "high after true", "low after true"), seen);
        seen.clear();
        engine.records.update(SYSTEM, DEALS, made.id(), 1, Map.of("name", "again"));
        assertEquals(List.of("high before true", "low before true", "high after true", "low after true"), seen);
    }

    private void add(String name, int ranking, String type) {
        RecordHook hook = new RecordHook() {
            @Override
            public void beforeSave(Draft draft) {
                seen.add(name + " before " + engine.database.inTransaction());
            }

            @Override
            public void afterSave(Draft draft) {
                seen.add(name + " after " + engine.database.inTransaction());
            }
        };
        engine.extensions
                .hooks()
                .add(Contribution.of(hook, Map.of(RecordHook.TYPE, type, Constants.SERVICE_RANKING, ranking)));
    }

    @Test
    void aHookFillsInAndSeesWhatChanges() {
        engine.hook(DEALS, new RecordHook() {
            @Override
            public void beforeSave(Draft draft) {
                draft.set("rating", draft.changed("stage") ? "B" : "A");
                if (draft.get("name") == null) {
                    draft.set("name", "unnamed");
                }
                seen.add(draft.old("name") + " " + draft.isNew() + " " + draft.changes());
            }
        });
        RecordData made = engine.records.create(SYSTEM, DEALS, Map.of("seats", 1));
        assertEquals("unnamed", made.get("name"));
        assertEquals("A", made.get("rating"));
        assertEquals(
                "B",
                engine.records
                        .update(SYSTEM, DEALS, made.id(), 1, Map.of("stage", "won"))
                        .get("rating"));
        assertEquals("unnamed false [stage, rating]", seen.get(1));
    }

    @Test
    void allRefusalsReachTheCallerTogether() {
        for (String field : new String[] {"seats", "stage", null}) {
            engine.hook(DEALS, new RecordHook() {
                @Override
                public void beforeSave(Draft draft) {
                    draft.refuse(field, "fault.forbidden");
                }
            });
        }
        InvalidRecord refused =
                assertThrows(InvalidRecord.class, () -> engine.deal("name", "x", "account", "nonsense"));
        List<FieldError> errors = refused.errors();
        assertEquals(
                List.of("format", "refused", "refused", "refused"),
                errors.stream().map(FieldError::code).toList());
        assertEquals("You may not do this.", errors.get(1).message());
    }

    @Test
    void aHookCanKeepARecordFromTheTrash() {
        engine.hook(DEALS, new RecordHook() {
            @Override
            public void beforeDelete(Draft draft) {
                if ("kept".equals(draft.get("name"))) {
                    draft.refuse(null, "fault.forbidden");
                }
            }
        });
        RecordData kept = engine.deal("name", "kept");
        assertThrows(InvalidRecord.class, () -> engine.records.delete(SYSTEM, DEALS, kept.id(), 1));
        RecordData gone = engine.deal("name", "gone");
        engine.records.delete(SYSTEM, DEALS, gone.id(), 1);
        assertEquals(List.of("kept"), engine.names(SYSTEM, ""));
    }

    @Test
    void whatAHookChangesLaterIsInTheAnswer() {
        engine.hook(DEALS, new RecordHook() {
            @Override
            public void afterSave(Draft draft) {
                if (draft.isNew()) {
                    engine.records.update(draft.caller(), DEALS, draft.id(), 1, Map.of("seats", 9));
                    engine.create("accounts", "name", "made by a hook");
                }
            }
        });
        RecordData made = engine.deal("name", "changed twice");
        assertEquals(2, made.version());
        assertEquals("9", made.text("seats"));
        assertEquals(made, engine.records.get(SYSTEM, DEALS, made.id()));
    }

    @Test
    void aHookMayPointToWhatTheCallerMayNotSee() {
        RecordData hidden = engine.create("accounts", "name", "hidden");
        RecordData seller = engine.user(
                "seller", null, engine.role("r", TestEngine.line(DEALS, "own", List.of(), "read", "create")));
        engine.hook(DEALS, new RecordHook() {
            @Override
            public void beforeSave(Draft draft) {
                draft.set("account", Reference.to("accounts", hidden.id()));
            }
        });
        RecordData made = engine.records.create(as(seller), DEALS, Map.of("name", "x"));
        assertEquals(new Reference("accounts", hidden.id(), null), made.get("account"));
    }

    @Test
    void aFailureAfterTheRowIsWrittenCannotBeSwallowed() {
        engine.hook(DEALS, new RecordHook() {
            @Override
            public void afterSave(Draft draft) {
                if ("explosive".equals(draft.get("name"))) {
                    throw new IllegalArgumentException("a hook gives up");
                }
            }
        });
        assertThrows(
                StoreException.class,
                () -> engine.records.inTransaction(() -> {
                    engine.deal("name", "innocent");
                    return assertThrows(IllegalArgumentException.class, () -> engine.deal("name", "explosive"));
                }));
        assertEquals(List.of(), engine.names(SYSTEM, "name=in=(innocent,explosive)"));
    }

    @Test
    void anActionRunsForThoseWhoMayChangeTheRecord() {
        RecordAction action = new RecordAction() {
            @Override
            public Object run(Caller caller, RecordData record, Map<String, Object> input) {
                assertTrue(engine.database.inTransaction());
                return record.text("name") + input.get("more");
            }

            @Override
            public boolean offered(Caller caller, RecordData record) {
                return record.get("stage") == null;
            }
        };
        Map<String, Object> properties = Map.of(RecordAction.TYPE, DEALS, RecordAction.NAME, "greet");
        engine.extensions.actions().add(Contribution.of(action, properties));
        RecordData deal = engine.deal("name", "Hello");
        assertEquals(List.of("greet"), engine.records.actions(SYSTEM, DEALS, deal.id()));
        assertEquals("Hello you", engine.records.act(SYSTEM, DEALS, deal.id(), "greet", Map.of("more", " you")));
        assertThrows(NotFound.class, () -> engine.records.act(SYSTEM, DEALS, deal.id(), "nope", Map.of()));
        RecordData reader =
                engine.user("reader", null, engine.role("r", TestEngine.line("*", "all", List.of(), "read")));
        assertEquals(List.of(), engine.records.actions(as(reader), DEALS, deal.id()));
        assertThrows(Forbidden.class, () -> engine.records.act(as(reader), DEALS, deal.id(), "greet", Map.of()));
        engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("stage", "won"));
        assertEquals(List.of(), engine.records.actions(SYSTEM, DEALS, deal.id()));
        engine.extensions.actions().remove(action);
        assertThrows(NotFound.class, () -> engine.records.act(SYSTEM, DEALS, deal.id(), "greet", Map.of()));
    }

    @Test
    void listenersHearOfCommittedChangesOnly() throws InterruptedException {
        BlockingQueue<RecordChange> heard = new LinkedBlockingQueue<>();
        engine.extensions
                .listeners()
                .add(Contribution.of(
                        changes -> {
                            throw new IllegalStateException("a listener of another module fails");
                        },
                        Map.of()));
        engine.extensions.listeners().add(Contribution.of(heard::addAll, Map.of()));
        assertThrows(
                IllegalStateException.class,
                () -> engine.records.inTransaction(() -> {
                    engine.deal("name", "rolled back");
                    throw new IllegalStateException();
                }));
        RecordData made = engine.deal("name", "heard", "seats", 2);
        engine.records.update(SYSTEM, DEALS, made.id(), 1, Map.of("seats", 3));
        RecordChange first = heard.poll(10, TimeUnit.SECONDS);
        RecordChange second = heard.poll(10, TimeUnit.SECONDS);
        assertEquals(made.id(), first.id());
        assertEquals(Set.of("name", "seats"), first.fields());
        assertEquals(2, second.version());
        assertEquals(Set.of("seats"), second.fields());
        assertTrue(second.changeId() > first.changeId());
    }
}
