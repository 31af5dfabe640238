package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.api.mail.Mail;
import org.sencrm.api.outbox.Parcel;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.core.secret.Secrets;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;

class PasswordLinksTest {

    private static final Caller BOSS = Callers.user(SignInBench.ADMINISTRATOR);
    private static final String ADDRESS = "203.0.113.9";
    private static final String NEW = "mùa sen nở 2026 trên hồ";
    private static final long FRESH = 8;

    @TempDir
    private Path home;

    private SignInBench bench;
    private StoredSignIn signIn;
    private CollectedMails mails;
    private StoredPasswordLinks links;
    private final List<Map<String, ?>> parcels = new ArrayList<>();

    @BeforeEach
    void start() {
        bench = new SignInBench(home);
        signIn = bench.signIn();
        mails = bench.mails;
        bench.settings.set(Caller.system(), Settings.ADDRESS, "https://crm.sen.example/");
        links = new StoredPasswordLinks(
                bench.database,
                (kind, target, payload) -> {
                    parcels.add(payload);
                    return 1;
                },
                bench.mail,
                bench.messages,
                bench.access,
                new Secrets(home),
                new UserDirectory(bench.database, bench.clock),
                signIn,
                new SecurityLog(bench.database, bench.log::add, bench.clock),
                bench.clock);
        bench.addUser(FRESH, "binh");
        bench.address(FRESH, "binh@sen.example");
        bench.address(SignInBench.SELLER, "an@sen.example");
    }

    private void set(String token, String password) {
        links.setPassword(token, password.toCharArray(), Locale.ENGLISH, "ui");
    }

    private void assertDead(String token) {
        assertFalse(links.isOpen(token));
        assertThrows(InvalidRequest.class, () -> set(token, NEW));
    }

    private long signIn(String name, String password) {
        return signIn.signIn(name, password.toCharArray(), ADDRESS, "ui").userId();
    }

    private void forgot(String typed) {
        links.forgot(typed, ADDRESS, Locale.ENGLISH);
    }

    /** What waits in the outbox is done. */
    private void deliver() {
        parcels.forEach(payload -> links.send(new Parcel(
                1,
                StoredPasswordLinks.KIND,
                StoredPasswordLinks.KIND,
                new java.util.HashMap<>(payload),
                1,
                bench.clock.instant())));
        parcels.clear();
    }

    @Test
    void whoIsInvitedChoosesAPasswordAndSignsInWithIt() {
        links.invite(BOSS, FRESH);

        Mail mail = mails.sent.get(0);
        assertEquals(List.of("binh@sen.example"), mail.to());
        assertEquals(bench.clock.instant().plus(Duration.ofMinutes(60)), mail.until());
        assertTrue(links.isOpen(mails.token()));
        set(mails.token(), NEW);
        assertEquals(FRESH, signIn("binh", NEW));
    }

    @Test
    void aLinkWorksOnce() {
        links.invite(BOSS, FRESH);
        String token = mails.token();

        set(token, NEW);

        assertDead(token);
        assertEquals(FRESH, signIn("binh", NEW));
    }

    @Test
    void oneLinkThatWasUsedEndsTheOthersOfItsUser() {
        links.invite(BOSS, FRESH);
        String first = mails.token();
        links.invite(BOSS, FRESH);
        String second = mails.token();
        assertNotEquals(first, second);

        set(second, NEW);

        assertDead(first);
    }

    @Test
    void aLinkEndsAfterAnHour() {
        links.invite(BOSS, FRESH);

        bench.clock.advance(Duration.ofMinutes(60).minusSeconds(1));
        assertTrue(links.isOpen(mails.token()));
        bench.clock.advance(Duration.ofSeconds(1));

        assertDead(mails.token());
    }

    @Test
    void anyOtherChangeOfThePasswordEndsTheLink() {
        links.invite(BOSS, SignInBench.SELLER);

        signIn.setPassword(BOSS, SignInBench.SELLER, null, NEW.toCharArray());

        assertDead(mails.token());
    }

    @Test
    void aLinkDoesNotOutliveItsUserAndDoesNotComeBackWithThem() {
        links.invite(BOSS, SignInBench.SELLER);
        bench.deactivate(SignInBench.SELLER);
        bench.directory.dismiss(SignInBench.SELLER);
        assertDead(mails.token());

        bench.execute(Sql.of("update CORE_USER set ACTIVE = true where ID = ?", SignInBench.SELLER));

        assertDead(mails.token());
    }

    @Test
    void aPasswordThatIsTooWeakLeavesTheLinkAsItIs() {
        links.invite(BOSS, FRESH);

        assertThrows(InvalidRecord.class, () -> set(mails.token(), "123456"));

        set(mails.token(), NEW);
        assertEquals(FRESH, signIn("binh", NEW));
    }

    @Test
    void aNewPasswordEndsSessionsAndTokensAndItsUserIsTold() {
        Caller seller =
                signIn.signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD.toCharArray(), ADDRESS, "ui");
        String secret = signIn.issueToken(seller, "script", 1).secret();
        long epoch = signIn.epoch(SignInBench.SELLER);
        links.invite(BOSS, SignInBench.SELLER);

        set(mails.token(), NEW);

        assertEquals(null, signIn.byToken(secret, "rest"));
        assertEquals(epoch + 1, signIn.epoch(SignInBench.SELLER));
        assertThrows(NotSignedIn.class, () -> signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD));
        assertEquals(
                bench.messages.text(Locale.forLanguageTag("vi"), "password.mail.changed.subject", "Sen CRM"),
                mails.sent.get(1).subject());
    }

    @Test
    void theTokenIsLongAndNotStored() {
        links.invite(BOSS, FRESH);

        assertEquals(43, mails.token().length());
        assertFalse(
                bench.text(Sql.of("select TOKEN_HASH from CORE_PASSWORD_LINK")).contains(mails.token()));
        assertDead(bench.text(Sql.of("select TOKEN_HASH from CORE_PASSWORD_LINK")));
        assertDead("");
    }

    @Test
    void onlyAdministratorsInviteAndOnlyWhoCanBeReached() {
        assertThrows(Forbidden.class, () -> links.invite(Callers.user(SignInBench.SELLER), FRESH));
        assertThrows(NotFound.class, () -> links.invite(BOSS, 99));
        bench.deactivate(FRESH);
        assertThrows(InvalidRequest.class, () -> links.invite(BOSS, FRESH));
        bench.addUser(9, "khong.thu");
        assertThrows(InvalidRequest.class, () -> links.invite(BOSS, 9));
        mails.ready = false;
        assertThrows(NotNow.class, () -> links.invite(BOSS, SignInBench.SELLER));
        assertEquals(List.of(), mails.sent);
    }

    @Test
    void withoutAnAddressOfTheProductThereAreNoLinks() {
        assertTrue(links.isOffered());

        bench.settings.set(Caller.system(), Settings.ADDRESS, null);

        assertFalse(links.isOffered());
    }

    @Test
    void whoForgotIsTreatedTheSameWhetherKnownOrNot() {
        forgot(SignInBench.SELLER_NAME);
        forgot("nobody");

        assertEquals(2, parcels.size());
        assertEquals(parcels.get(0).keySet(), parcels.get(1).keySet());
        assertFalse(parcels.toString().contains(SignInBench.SELLER_NAME));
        assertEquals("0", bench.text(Sql.of("select count(*) from CORE_PASSWORD_LINK")));
        deliver();
        assertEquals(1, mails.sent.size());
        assertEquals(List.of("an@sen.example"), mails.sent.get(0).to());
        set(mails.token(), NEW);
        assertEquals(SignInBench.SELLER, signIn(SignInBench.SELLER_NAME, NEW));
    }

    @Test
    void anAddressThatOnlyOneUserHasIsGoodEnough() {
        forgot(" An@Sen.example ");
        deliver();
        assertEquals(1, mails.sent.size());

        bench.address(FRESH, "AN@sen.example");
        forgot("an@sen.example");
        deliver();
        assertEquals(1, mails.sent.size());
    }

    @Test
    void whoIsNotActiveGetsNoMail() {
        bench.deactivate(SignInBench.SELLER);

        forgot(SignInBench.SELLER_NAME);
        deliver();

        assertEquals(List.of(), mails.sent);
    }

    @Test
    void anyNameIsAskedForOnlySoOften() {
        for (String name : List.of(SignInBench.SELLER_NAME, "nobody")) {
            for (int i = 0; i < 3; i++) {
                forgot(name);
            }
            assertThrows(TooManyTries.class, () -> forgot(name), name);
        }
        bench.clock.advance(Duration.ofSeconds(16));
        forgot(SignInBench.SELLER_NAME);
        assertEquals(SignInBench.SELLER, signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD));
    }

    @Test
    void anAddressAsksForOnlySoManyNames() {
        for (int i = 0; i < 20; i++) {
            forgot("name" + i);
        }

        assertThrows(TooManyTries.class, () -> forgot("another"));
        links.forgot("another", "203.0.113.10", Locale.ENGLISH);
    }

    @Test
    void aMailSpeaksTheLanguageOfItsReader() {
        bench.settings.setOwn(Callers.user(FRESH), "ui.language", "en");

        links.invite(BOSS, FRESH);

        assertTrue(
                mails.sent.get(0).text().startsWith("Hello binh,\n"),
                mails.sent.get(0).text());
    }

    @Test
    void aNameCannotBeginLinesOfAMail() {
        bench.execute(Sql.of("update CORE_USER set NAME = ? where ID = ?", "Bình\n\nhttps://evil.example", FRESH));
        bench.settings.set(Caller.system(), Settings.COMPANY, "Sen\r\nBcc: all@sen.example");

        links.invite(BOSS, FRESH);

        assertFalse(mails.sent.get(0).text().contains("\nhttps://evil.example"));
        assertFalse(mails.sent.get(0).subject().contains("\n"));
    }

    @Test
    void theSecurityLogKnowsOfLinks() {
        links.invite(BOSS, FRESH);

        assertTrue(
                bench.log.get(bench.log.size() - 1).startsWith("password.linkSent user=8 kind=invite by=1"),
                bench.log.toString());
    }

    @Test
    void whoHasAPasswordInADirectoryOnlyGetsNoLinkByForgettingIt() {
        OutsideLinks outside = new OutsideLinks(bench.database, bench.clock);
        outside.insert(new OutsideIdentity("ldap:dc=sen", "5", "binh", null, null, false), FRESH, "binh");
        outside.insert(
                new OutsideIdentity("ldap:dc=sen", "7", "an", null, null, false),
                SignInBench.SELLER,
                SignInBench.SELLER_NAME);

        forgot("binh@sen.example");
        forgot("an@sen.example");
        deliver();

        assertEquals(
                List.of("an@sen.example"),
                mails.sent.stream().flatMap(mail -> mail.to().stream()).toList());
    }
}
