package org.sencrm.vietnam.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountWordsTest {

    private static final AmountWords NORTH = new AmountWords("linh");

    @ParameterizedTest
    @CsvSource({
        "0, Không đồng",
        "1, Một đồng",
        "4, Bốn đồng",
        "5, Năm đồng",
        "10, Mười đồng",
        "11, Mười một đồng",
        "14, Mười bốn đồng",
        "15, Mười lăm đồng",
        "20, Hai mươi đồng",
        "21, Hai mươi mốt đồng",
        "24, Hai mươi tư đồng",
        "25, Hai mươi lăm đồng",
        "55, Năm mươi lăm đồng",
        "91, Chín mươi mốt đồng",
        "100, Một trăm đồng",
        "101, Một trăm linh một đồng",
        "104, Một trăm linh bốn đồng",
        "105, Một trăm linh năm đồng",
        "110, Một trăm mười đồng",
        "111, Một trăm mười một đồng",
        "115, Một trăm mười lăm đồng",
        "121, Một trăm hai mươi mốt đồng",
        "555, Năm trăm năm mươi lăm đồng",
        "1000, Một nghìn đồng chẵn",
        "1001, Một nghìn không trăm linh một đồng",
        "1015, Một nghìn không trăm mười lăm đồng",
        "1021, Một nghìn không trăm hai mươi mốt đồng",
        "21000, Hai mươi mốt nghìn đồng chẵn",
        "100000, Một trăm nghìn đồng chẵn",
        "105005, Một trăm linh năm nghìn không trăm linh năm đồng",
        "1000000, Một triệu đồng chẵn",
        "1000001, Một triệu không trăm linh một đồng",
        "1005000, Một triệu không trăm linh năm nghìn đồng chẵn",
        "1234567, Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng",
        "125000000, Một trăm hai mươi lăm triệu đồng chẵn",
        "1000000000, Một tỷ đồng chẵn",
        "1500000000, Một tỷ năm trăm triệu đồng chẵn",
        "1000000005, Một tỷ không trăm linh năm đồng",
        "1005000000, Một tỷ không trăm linh năm triệu đồng chẵn",
        "21000000000, Hai mươi mốt tỷ đồng chẵn",
        "1000000000000, Một nghìn tỷ đồng chẵn",
        "1024000000000, Một nghìn không trăm hai mươi tư tỷ đồng chẵn",
        "3500000000000000, Ba triệu năm trăm nghìn tỷ đồng chẵn",
        "1000000000000000000, Một tỷ tỷ đồng chẵn",
        "-250000, Âm hai trăm năm mươi nghìn đồng chẵn"
    })
    void anAmountIsWrittenAsInAContract(BigDecimal amount, String words) {
        assertEquals(words, NORTH.write(amount));
    }

    @Test
    void theSouthSaysLe() {
        assertEquals("Một trăm lẻ năm đồng", new AmountWords("lẻ").write(BigDecimal.valueOf(105)));
    }

    @Test
    void zerosBehindThePointAreNoPartOfADong() {
        assertEquals("Hai nghìn đồng chẵn", NORTH.write(new BigDecimal("2000.0000")));
        assertThrows(ArithmeticException.class, () -> NORTH.write(new BigDecimal("0.5")));
    }
}
