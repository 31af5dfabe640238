package org.sencrm.ui.customize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a label suggests as a name for programs. */
class SuggestedNameTest {

    @Test
    void aFieldIsWrittenTogetherWithCapitals() {
        assertEquals("ngaySinhNhat", SuggestedName.ofField("Ngày sinh nhật"));
        assertEquals("doTuoi", SuggestedName.ofField("  Độ-tuổi? "));
        assertEquals("", SuggestedName.ofField("2026"));
        assertEquals("", SuggestedName.ofField("🙂"));
        assertEquals(40, SuggestedName.ofField("x".repeat(90)).length());
    }

    @Test
    void aTypeIsWrittenInSmallLetters() {
        assertEquals("thietbi", SuggestedName.ofType("Thiết bị"));
        assertEquals("hopdong2", SuggestedName.ofType("Hợp đồng 2"));
        assertEquals("", SuggestedName.ofType(" "));
    }
}
