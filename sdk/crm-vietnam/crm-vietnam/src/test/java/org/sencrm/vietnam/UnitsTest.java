package org.sencrm.vietnam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sencrm.vietnam.Units.Unit;

class UnitsTest {

    private static final Units UNITS = Units.read();

    /** As the Statistics Office counts them since 20 September 2026. */
    @Test
    void thereAreAsManyAsTheOfficeCounts() {
        assertEquals("2026-09-20", UNITS.version());
        assertEquals(Map.of("city", 9L, "province", 25L), kinds(UNITS.provinces()));
        assertEquals(Map.of("ward", 709L, "commune", 2599L, "specialZone", 13L), kinds(UNITS.communes()));
    }

    private static Map<String, Long> kinds(List<Unit> units) {
        return units.stream().collect(Collectors.groupingBy(Unit::kind, Collectors.counting()));
    }

    /** The numbers of the 34 resolutions of June 2025, which later ones did not change. */
    @ParameterizedTest
    @CsvSource({
        "01, 126", "04, 56", "08, 124", "11, 45", "12, 38", "14, 75", "15, 99", "19, 92", "20, 65", "22, 54", "24, 99",
        "25, 148", "31, 114", "33, 104", "37, 129", "38, 166", "40, 130", "42, 69", "44, 78", "46, 40", "48, 94",
        "51, 96", "52, 135", "56, 65", "66, 102", "68, 124", "75, 95", "79, 168", "80, 96", "82, 102", "86, 124",
        "91, 102", "92, 103", "96, 64"
    })
    void everyProvinceHasItsNumberOfCommunes(String province, long number) {
        assertTrue(UNITS.provinces().stream().anyMatch(unit -> unit.code().equals(province)));
        assertEquals(
                number,
                UNITS.communes().stream()
                        .filter(unit -> unit.province().equals(province))
                        .count());
    }

    @ParameterizedTest
    @CsvSource({
        "00004, Phường Ba Đình, 01",
        "22366, Phường Nha Trang, 56",
        "20333, Đặc khu Hoàng Sa, 48",
        "25942, Phường Dĩ An, 79",
        "02269, Xã Thượng Lâm, 08",
        "07294, Phường Bố Hạ, 24",
        "26368, Phường Long Thành, 75"
    })
    void someAreKnown(String code, String title, String province) {
        assertTrue(UNITS.communes().contains(new Unit(code, title, province)));
    }

    @Test
    void codesAreTheirOwnAndNamesAreInOneWriting() {
        assertEquals(
                UNITS.communes().size(),
                UNITS.communes().stream().map(Unit::code).distinct().count());
        Set<String> titles = UNITS.communes().stream().map(Unit::title).collect(Collectors.toSet());
        assertEquals(
                titles,
                titles.stream()
                        .map(title ->
                                Normalizer.normalize(title, Normalizer.Form.NFC).strip())
                        .collect(Collectors.toSet()));
        Map<String, Long> twice = UNITS.communes().stream()
                .map(unit -> unit.title() + unit.province())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertEquals(
                List.of(),
                twice.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
