package org.sencrm.tokenkey.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sencrm.testkit.ModuleTexts;

class TextsTest {

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(List.of(), ModuleTexts.of(OwnKeys.class).missing());
    }
}
