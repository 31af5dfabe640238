package org.sencrm.core.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sencrm.core.record.TestEngine.as;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorListener.Event;
import org.sencrm.api.talk.Notification;
import org.sencrm.api.talk.Notification.Kind;
import org.sencrm.api.talk.NotificationListener;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.support.Callers;

/** What people are told of their second factors, also those who may read nothing. */
class FactorNewsTest {

    private final List<Set<Long>> announced = new ArrayList<>();
    private TestEngine engine;
    private FactorNews news;
    private StoredNotifications notifications;
    private Caller lan;
    private Caller minh;

    @BeforeEach
    void open() {
        engine = new TestEngine();
        news = new FactorNews(engine.database, engine.extensions, engine.clock);
        notifications = new StoredNotifications(
                engine.database, engine.types, engine.gate, engine.extensions, engine.messages, engine.clock);
        NotificationListener listener = announced::add;
        engine.extensions.notificationListeners().add(Contribution.of(listener, Map.of()));
        lan = as(engine.user("Lan", null));
        minh = as(engine.user("Minh", null));
    }

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    private Factor factor() {
        return new Factor(500, lan.userId(), "totp", "Phone", true, Instant.EPOCH, null);
    }

    @Test
    void whoCanAgreeToAResetIsToldAndSoIsWhoseFactorsItTakes() {
        news.resetAsked(lan.userId(), Set.of(minh.userId(), 1L), minh);

        assertEquals(Kind.FACTOR_RESET_ASKED, notifications.list(lan, 10).get(0).kind());
        Notification told = notifications.list(Callers.user(1), 10).get(0);
        assertEquals("Lan", told.record().label());
        assertEquals(List.of(), notifications.list(minh, 10));
    }

    @Test
    void aChangeIsToldToItsOwnerAndToNobodyElse() {
        news.changed(Event.REMOVED, factor(), minh);

        Notification told = notifications.list(lan, 10).get(0);
        assertEquals(Kind.FACTORS_CHANGED, told.kind());
        assertEquals("Minh", told.by().label());
        assertEquals(List.of(), notifications.list(minh, 10));
        assertEquals(List.of(Set.of(lan.userId())), announced);
    }

    @Test
    void aCopyIsToldToItsOwner() {
        news.copied(factor());

        assertEquals(Kind.FACTOR_COPIED, notifications.list(lan, 10).get(0).kind());
        assertEquals(List.of(), notifications.list(minh, 10));
    }

    @Test
    void aSignInIsNoNews() {
        news.changed(Event.USED, factor(), Caller.system());

        assertEquals(List.of(), notifications.list(lan, 10));
    }

    @Test
    void whoSignsInWithWhatEndsSoonIsToldSo() {
        Instant now = engine.clock.instant();
        news.changed(Event.USED, ending(now.plus(Duration.ofDays(31))), Caller.system());
        assertEquals(List.of(), notifications.list(lan, 10));

        news.changed(Event.USED, ending(now.plus(Duration.ofDays(29))), Caller.system());
        assertEquals(Kind.FACTOR_ENDING, notifications.list(lan, 10).get(0).kind());
    }

    private Factor ending(Instant end) {
        return new Factor(500, lan.userId(), "x509", "Card", true, Instant.EPOCH, null, end, Map.of());
    }

    @Test
    void whoHasToSetOneUpIsToldSo() {
        news.needed(lan.userId(), Instant.EPOCH);

        assertEquals(Kind.FACTOR_NEEDED, notifications.list(lan, 10).get(0).kind());
    }
}
