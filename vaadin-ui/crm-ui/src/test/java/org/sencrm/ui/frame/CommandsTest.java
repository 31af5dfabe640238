package org.sencrm.ui.frame;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void aCommandIsFoundWithoutAccentsByTheBeginningOfItsWords() {
        assertTrue(Commands.fits("Thêm khách hàng", "khach"));
        assertTrue(Commands.fits("Đổi mật khẩu", "doi kh"));
    }

    @Test
    void everyCommandFitsWhenNothingIsTyped() {
        assertTrue(Commands.fits("Sign out", ""));
    }

    @Test
    void theMiddleOfAWordIsNotEnough() {
        assertFalse(Commands.fits("Contacts", "tact"));
        assertFalse(Commands.fits("Contacts", "contacts now"));
    }
}
