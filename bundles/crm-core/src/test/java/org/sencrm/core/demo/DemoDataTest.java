package org.sencrm.core.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.RecordData;

class DemoDataTest {

    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final MemoryWriter writer = filled(TODAY);

    @Test
    void itIsTheSameAtEachStart() {
        MemoryWriter again = filled(TODAY);

        for (String type : List.of("teams", "users", "products", "accounts", "contacts", "activities")) {
            assertEquals(writer.written(type), again.written(type), type);
        }
    }

    @Test
    void itFollowsTheCalendar() {
        MemoryWriter later = filled(TODAY.plusDays(100));

        assertEquals(names(writer, "accounts"), names(later, "accounts"));
        assertEquals(
                due(writer.written("activities").get(0)).plusDays(100),
                due(later.written("activities").get(0)));
    }

    @Test
    void someWorkIsOverdueSomeForTodayAndSomePlanned() {
        List<LocalDate> open = writer.written("activities").stream()
                .filter(activity -> activity.get("doneAt") == null)
                .map(DemoDataTest::due)
                .toList();

        assertTrue(open.stream().filter(TODAY::isAfter).count() >= 20);
        assertTrue(open.stream().filter(TODAY::equals).count() >= 20);
        assertTrue(open.stream().filter(TODAY::isBefore).count() >= 100);
    }

    @Test
    void nothingIsDoneInTheFuture() {
        Instant tomorrow = TODAY.plusDays(1).atStartOfDay(HANOI).toInstant();

        assertTrue(writer.written("activities").stream()
                .map(activity -> (Instant) activity.get("doneAt"))
                .allMatch(done -> done == null || done.isBefore(tomorrow)));
    }

    @Test
    void noTwoAccountsHaveTheSameName() {
        List<String> names = names(writer, "accounts");

        assertEquals(names.size(), names.stream().distinct().count());
    }

    @Test
    void nobodyRealCanBeReached() {
        for (String type : List.of("users", "accounts", "contacts")) {
            for (RecordData record : writer.written(type)) {
                assertTrue(record.text("email").endsWith(".example"), record.text("email"));
                assertTrue(
                        record.text("phone").contains(" 000")
                                || record.text("phone").contains(" 0000"),
                        record.text("phone"));
            }
        }
    }

    /** The sum of all digits with these weights is one less than a multiple of eleven where the last one checks the others. */
    @Test
    void taxCodesCheckAndAreNobodys() {
        int[] weights = {31, 29, 23, 19, 17, 13, 7, 5, 3, 1};
        for (RecordData account : writer.written("accounts")) {
            String code = account.text("taxCode");
            int sum = IntStream.range(0, 10)
                    .map(place -> weights[place] * Character.digit(code.charAt(place), 10))
                    .sum();
            assertEquals(10, code.length());
            assertEquals(10, sum % 11, code);
            assertTrue(code.startsWith("99"), code);
        }
    }

    private static MemoryWriter filled(LocalDate today) {
        MemoryWriter writer = new MemoryWriter(today);
        writer.fill(new DemoPeople(name -> List.of()));
        writer.fill(new DemoProducts());
        writer.fill(new DemoCustomers());
        writer.fill(new DemoActivities());
        return writer;
    }

    private static List<String> names(MemoryWriter writer, String type) {
        return writer.written(type).stream().map(record -> record.text("name")).toList();
    }

    private static LocalDate due(RecordData activity) {
        return ((Instant) activity.get("dueAt")).atZone(HANOI).toLocalDate();
    }
}
