package org.sencrm.tokenkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sencrm.api.signin.FactorKind.Enrolment;

class RecoveryCodesTest {

    private final RecoveryCodes kind = new RecoveryCodes();
    private final Enrolment enrolment = kind.enrol("an.nguyen", "Sen");

    @SuppressWarnings("unchecked")
    private List<String> codes() {
        return (List<String>) enrolment.told().get("codes");
    }

    @Test
    void thereAreTenOfEightyBits() {
        assertEquals(10, new HashSet<>(codes()).size());
        assertTrue(codes().stream().allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}")), codes()::toString);
    }

    @Test
    void theStateHoldsNoCodeAndFitsIntoItsColumn() {
        assertFalse(enrolment.state().contains(codes().get(0).replace("-", "")));
        assertTrue(enrolment.state().length() <= 2500);
    }

    @Test
    void eachIsGoodOnceHoweverItIsTyped() {
        String state = enrolment.state();
        for (String code : codes()) {
            String typed = " " + code.toUpperCase(Locale.ROOT).replace('-', ' ');
            String next = kind.verify(state, typed, Instant.EPOCH).orElseThrow();
            assertTrue(kind.verify(next, code, Instant.EPOCH).isEmpty());
            state = next;
        }
        assertTrue(kind.verify(state, "", Instant.EPOCH).isEmpty());
    }
}
