package org.sencrm.vietnam.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234.567 ₫ | 1234567",
                "1.234.567đ | 1234567",
                "1.234.567 đồng | 1234567",
                "VND 250000 | 250000",
                "250.000 VNĐ | 250000",
                "1,234,567 | 1234567",
                "1500 | 1500",
                "1,500 | 1500",
                "1.500 | 1500",
                "1,5 tỷ | 1500000000",
                "1.5 tỷ | 1500000000",
                "1,5 TỈ đồng | 1500000000",
                "1.500 tỷ | 1500000000000",
                "1,250 tỷ | 1250000000",
                "1,234,567 triệu | 1234567000000",
                "250 triệu | 250000000",
                "250tr | 250000000",
                "250 tr đ | 250000000",
                "3tr5 | 3500000",
                "1 tỷ 2 | 1200000000",
                "1 tỷ 250 | 1250000000",
                "2 tỷ 350 triệu | 2350000000",
                "2 tỷ 350 triệu 500 nghìn | 2350500000",
                "500k | 500000",
                "500 ngàn | 500000",
                "12,5 nghìn | 12500",
                "0 | 0"
            })
    void whatPeopleWriteIsUnderstood(String written, BigDecimal amount) {
        assertEquals(Optional.of(amount), AmountReader.read(written).map(read -> read.setScale(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "đồng",
                "tỷ",
                "abc",
                "1,5 tấn",
                "350 triệu 2 tỷ",
                "2 tỷ 3 tỷ",
                "1,2345 nghìn",
                "0,5 đồng",
                "1..5 tỷ",
                "1.23.456",
                "-5 triệu",
                "3tr5678",
                "5 triệu 3 năm",
                "1e9"
            })
    void whatIsNoAmountIsNone(String written) {
        assertEquals(Optional.empty(), AmountReader.read(written));
    }

    @Test
    void whatIsTooLongIsNone() {
        assertEquals(Optional.empty(), AmountReader.read("1".repeat(1000)));
    }
}
