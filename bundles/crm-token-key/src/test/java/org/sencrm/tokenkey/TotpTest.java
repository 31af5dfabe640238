package org.sencrm.tokenkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.signin.FactorKind.Enrolment;

class TotpTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:10Z");

    private final Totp totp = new Totp();
    private final Enrolment enrolment = totp.enrol("an.nguyen", "Trà Sen & Co");

    private String code(int steps) {
        byte[] secret = Base32.decode((String) enrolment.told().get("secret"));
        return Otp.code(secret, NOW.getEpochSecond() / Otp.STEP_SECONDS + steps);
    }

    private Optional<String> verify(String state, String answer) {
        return totp.verify(state, answer, NOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void theClockOfTheDeviceMayBeOneStepOff(int steps) {
        assertTrue(verify(enrolment.state(), code(steps)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 2, 100})
    void furtherOffIsRefused(int steps) {
        assertTrue(verify(enrolment.state(), code(steps)).isEmpty());
    }

    @Test
    void aStepIsUsedOnceAndSoAreThoseBeforeIt() {
        String next = verify(enrolment.state(), code(0)).orElseThrow();

        assertTrue(verify(next, code(0)).isEmpty());
        assertTrue(verify(next, code(-1)).isEmpty());
        assertTrue(verify(next, code(1)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "abcdef", "0000000", "１２３４５６"})
    void whatIsNoCodeIsRefused(String answer) {
        assertTrue(verify(enrolment.state(), answer).isEmpty());
    }

    @Test
    void aBlankAsAppsShowItDoesNoHarm() {
        String code = code(0);

        assertTrue(verify(enrolment.state(), code.substring(0, 3) + " " + code.substring(3))
                .isPresent());
    }

    @Test
    void secretsAreLongAndEachIsAnother() {
        String secret = (String) enrolment.told().get("secret");

        assertEquals(20, Base32.decode(secret).length);
        assertNotEquals(secret, totp.enrol("an.nguyen", "Trà Sen").told().get("secret"));
    }

    @Test
    void theAddressIsWhatAppsRead() {
        String secret = (String) enrolment.told().get("secret");

        assertEquals(
                "otpauth://totp/Tr%C3%A0%20Sen%20%26%20Co:an.nguyen?secret=" + secret
                        + "&issuer=Tr%C3%A0%20Sen%20%26%20Co&algorithm=SHA1&digits=6&period=30",
                enrolment.told().get("uri"));
    }
}
