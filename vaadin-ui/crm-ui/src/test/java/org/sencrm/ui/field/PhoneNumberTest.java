package org.sencrm.ui.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+84901234567, 0901 234 567",
        "0901.234.567, 0901 234 567",
        "84 901 234 567, 0901 234 567",
        "02438229910, 024 3822 9910",
        "02363851122, 0236 385 1122",
    })
    void vietnameseNumbersAreGroupedAsPeopleReadThem(String written, String shown) {
        assertEquals(shown, PhoneNumber.grouped(written));
    }

    @ParameterizedTest
    @CsvSource({"+1 415 555 2671", "1900 1234", "hỏi lễ tân"})
    void otherNumbersStayAsTheyWereWritten(String written) {
        assertEquals(written, PhoneNumber.grouped(written));
    }
}
