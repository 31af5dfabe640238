package org.sencrm.core.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.guard.ModuleHealth;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.core.store.LocalDatabase;
import org.sencrm.core.store.Sql;
import org.sencrm.core.text.FileMessages;

class ModuleGuardsTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final List<Choice> CHOICES = List.of(new Choice("a", "A", null));

    private final ModuleGuards guards =
            new ModuleGuards(new FileMessages(), Clock.systemUTC(), SHORT, type -> Optional.of("crm-bad"));

    @AfterEach
    void close() {
        guards.close();
    }

    @Test
    void anAnswerAndARefusalPassUnchanged() {
        assertSame(CHOICES, around(locale -> CHOICES).choices(Locale.ENGLISH));
        InvalidRequest refusal = new InvalidRequest("not like this");
        ChoiceSource refusing = around(locale -> {
            throw refusal;
        });
        assertSame(refusal, assertThrows(InvalidRequest.class, () -> refusing.choices(Locale.ENGLISH)));
        assertEquals(0, health().errors());
    }

    @Test
    void aFailureNamesTheModuleInTheLanguageOfTheCallerAndNothingOfItsInside() {
        ChoiceSource broken = around(locale -> {
            throw new IllegalStateException("secret of the inside");
        });
        Unavailable english = assertThrows(Unavailable.class, () -> broken.choices(Locale.ENGLISH));
        assertTrue(english.getMessage().contains("“crm-bad” failed"), english.getMessage());
        assertFalse(english.getMessage().contains("secret"));
        assertNull(english.getCause());
        Unavailable vietnamese = assertThrows(Unavailable.class, () -> broken.choices(Locale.forLanguageTag("vi")));
        assertTrue(vietnamese.getMessage().contains("Mô-đun “crm-bad” gặp lỗi"), vietnamese.getMessage());
        assertTrue(health().lastError().contains("secret of the inside"));
    }

    @Test
    void anErrorOfTheModulesClassesIsAFailureToo() {
        ChoiceSource unresolved = around(locale -> {
            throw new NoClassDefFoundError("gone");
        });
        assertThrows(Unavailable.class, () -> unresolved.choices(Locale.ENGLISH));
        ChoiceSource endless = around(locale -> {
            throw new StackOverflowError();
        });
        assertThrows(Unavailable.class, () -> endless.choices(Locale.ENGLISH));
    }

    @Test
    void whatWasPutAroundAServiceStillTellsItsModule() {
        ChoiceSource service = locale -> CHOICES;
        assertEquals(Optional.of("crm-bad"), guards.moduleOf(service));
        assertEquals(Optional.of("crm-bad"), guards.moduleOf(around(service)));
        ModuleGuards others = new ModuleGuards(new FileMessages(), Clock.systemUTC(), SHORT, type -> Optional.empty());
        assertEquals(Optional.empty(), others.moduleOf(service), "the core's own");
        others.close();
    }

    @Test
    void aModuleThatKeepsFailingIsPausedAndNotCalledAnyMore() {
        AtomicBoolean called = new AtomicBoolean();
        ChoiceSource broken = around(locale -> {
            called.set(true);
            throw new IllegalStateException();
        });
        for (int i = 0; i < 5; i++) {
            assertThrows(Unavailable.class, () -> broken.choices(Locale.ENGLISH));
        }
        called.set(false);
        Unavailable paused = assertThrows(Unavailable.class, () -> broken.choices(Locale.ENGLISH));
        assertTrue(paused.getMessage().contains("paused"), paused.getMessage());
        assertFalse(called.get());
        assertTrue(health().paused());
    }

    @Test
    void aCallThatSleepsTooLongIsInterruptedAndTheThreadIsCleanAfterwards() {
        ChoiceSource sleeping = around(locale -> {
            sleep();
            return CHOICES;
        });
        Unavailable late = assertThrows(Unavailable.class, () -> sleeping.choices(Locale.ENGLISH));
        assertTrue(late.getMessage().contains("took longer"), late.getMessage());
        assertFalse(Thread.currentThread().isInterrupted());
        assertTrue(health().paused());
    }

    @Test
    void aCallThatDoesNotHearIsReportedWhileItsThreadIsLost() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch told = new CountDownLatch(1);
        guards.bindAlarm((module, what) -> {
            assertEquals("crm-bad", module);
            told.countDown();
        });
        ChoiceSource looping = around(locale -> {
            while (!stop.get()) {
                Thread.onSpinWait();
            }
            return CHOICES;
        });
        Thread lost = new Thread(() -> {
            try {
                looping.choices(Locale.ENGLISH);
            } catch (Unavailable expected) {
                // it is late
            }
        });
        lost.start();
        assertTrue(told.await(10, TimeUnit.SECONDS));
        Unavailable others = assertThrows(Unavailable.class, () -> looping.choices(Locale.ENGLISH));
        assertTrue(others.getMessage().contains("paused"), others.getMessage());
        stop.set(true);
        lost.join(10_000);
        assertFalse(lost.isAlive());
    }

    @Test
    void aModuleOfWhichCallAfterCallFailsIsReportedOnceAndOneGoodCallForgives() throws Exception {
        AtomicInteger told = new AtomicInteger();
        AtomicBoolean works = new AtomicBoolean();
        ModuleGuard guard = new ModuleGuard(
                "crm-bad", new RunningCalls(SHORT, call -> {}), what -> told.incrementAndGet(), Clock.systemUTC());
        ModuleGuard.Work work = () -> {
            if (!works.get()) {
                throw new IllegalStateException();
            }
            return null;
        };
        failing(guard, work, 6);
        guard.open();
        works.set(true);
        guard.call(() -> "a call", work);
        works.set(false);
        failing(guard, work, 6);
        assertEquals(0, told.get());
        failing(guard, work, 3);
        assertEquals(1, told.get());
    }

    private static void failing(ModuleGuard guard, ModuleGuard.Work work, int times) {
        for (int i = 0; i < times; i++) {
            guard.open();
            assertThrows(ModuleGuard.Failed.class, () -> guard.call(() -> "a call", work));
        }
    }

    @Test
    void tooManyStatementsInOneCallAreStoppedAndAllAreCounted() {
        LocalDatabase database = new LocalDatabase();
        ModuleGuards patient = new ModuleGuards(
                new FileMessages(), Clock.systemUTC(), Duration.ofMinutes(1), type -> Optional.of("crm-bad"));
        ChoiceSource greedy = locale -> database.read(connection -> {
            for (int i = 0; i < 30_000; i++) {
                Sql.of("select 1 from (values (1)) as one(x)").query(connection, row -> row.getInt(1));
            }
            return CHOICES;
        });
        ChoiceSource counted = patient.around(ChoiceSource.class, greedy, () -> Locale.ENGLISH);
        assertThrows(Unavailable.class, () -> counted.choices(Locale.ENGLISH));
        assertEquals(20_001, patient.health().get(0).statements());
        patient.close();
    }

    @Test
    void theProductItselfIsNotGuarded() {
        ModuleGuards none = new ModuleGuards(new FileMessages(), Clock.systemUTC(), SHORT, type -> Optional.empty());
        ChoiceSource own = locale -> CHOICES;
        assertSame(own, none.around(ChoiceSource.class, own, () -> Locale.ENGLISH));
        none.close();
    }

    private ChoiceSource around(ChoiceSource source) {
        return guards.around(ChoiceSource.class, source, () -> Locale.ENGLISH);
    }

    private ModuleHealth health() {
        return guards.health().get(0);
    }

    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
