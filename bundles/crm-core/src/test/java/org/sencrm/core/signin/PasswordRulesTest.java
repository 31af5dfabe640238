package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.core.signin.PasswordRules.Weakness;
import org.sencrm.core.text.FileMessages;

class PasswordRulesTest {

    private static final List<String> USER =
            List.of("an.nguyen", "Nguyễn Thị Lan Anh", "lananh.sales@hoasen.example", "lananh.sales");

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bữa cơm chiều thứ bảy",
                "an.nguyen buys a buffalo",
                "sen crm is in the pond",
                "lan anh có mười con mèo"
            })
    void aSentenceMayBeUsedWhateverNamesAreInIt(String password) {
        assertEquals(Optional.empty(), weakness(password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an.nguyen2026",
                "An-Nguyen!!",
                "12.an_nguyen",
                "annguyenannguyen",
                "An.Nguyen an.nguyen 1",
                "Nguyễn Thị Lan Anh",
                "nguyenthilananh88",
                "lananh.sales@hoasen.example",
                "LanAnh.Sales#1",
            })
    void noneOfTheUsersNamesIsAPassword(String password) {
        assertEquals(Optional.of(Weakness.USER_NAME), weakness(password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SenCRM2026",
                "sen crm 2026!",
                "sencrm-sencrm",
                "Công ty Hoa Sen",
                "congtyhoasen1",
                "CongTy.HoaSen@2026"
            })
    void neitherTheProductNorTheCompanyIsAPassword(String password) {
        assertEquals(Optional.of(Weakness.COMPANY_NAME), weakness(password));
    }

    @Test
    void aCompanyWithoutANameIsNoPasswordOfDigits() {
        assertEquals(Optional.empty(), rules.weakness("7301-48826-19".toCharArray(), List.of("an"), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qwertyuiop",
                "1234567890",
                "Password123!",
                "#1 password",
                "passwordpassword",
                "Password-Password1",
                "dragondragondragon",
                "matkhau2026",
                "pi31415926",
                "aaaaaaaaaaaa",
                "ababababab",
            })
    void whatIsTriedFirstIsNoPassword(String password) {
        assertEquals(Optional.of(Weakness.COMMON), weakness(password));
    }

    @Test
    @Timeout(10)
    void aLongTextThatNearlyRepeatsIsNoTrouble() {
        assertEquals(Optional.empty(), weakness("1".repeat(190) + "kzxqv"));
        assertEquals(Optional.empty(), weakness("a1".repeat(95) + "kzxq"));
    }

    @Test
    void thousandsOfTheLengthThatIsAskedForAreKnown() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                PasswordRules.class.getResourceAsStream("common-passwords.txt"), StandardCharsets.UTF_8))) {
            List<String> entries =
                    lines.lines().filter(line -> !line.startsWith("#")).toList();

            assertTrue(entries.stream()
                            .filter(entry -> entry.length() >= PasswordRules.MIN_LENGTH)
                            .count()
                    > 8_000);
            assertTrue(entries.stream().allMatch(entry -> entry.equals(entry.toLowerCase(Locale.ROOT))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachRefusalIsSaidInBothLanguages(Weakness weakness) {
        FileMessages messages = new FileMessages();
        String english = messages.text(Locale.ENGLISH, weakness.message(), 10, 200);
        String vietnamese = messages.text(new Locale("vi"), weakness.message(), 10, 200);

        assertTrue(
                english.contains(" ") && vietnamese.contains(" ") && !english.equals(vietnamese), english + vietnamese);
    }

    private Optional<Weakness> weakness(String password) {
        return rules.weakness(password.toCharArray(), USER, "Công ty Hoa Sen");
    }
}
