package org.sencrm.singlesignon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sencrm.testkit.ModuleTexts;

class TextsTest {

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(List.of(), ModuleTexts.of(Directory.class).missing());
    }
}
