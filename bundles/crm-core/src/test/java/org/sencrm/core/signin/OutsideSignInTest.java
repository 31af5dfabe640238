package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.signin.FactorKind;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;

/** People whose passwords an outside directory knows. */
class OutsideSignInTest {

    private static final String ADDRESS = "203.0.113.9";
    private static final String NAME = "binh.tran";
    private static final String PASSWORD = "mật khẩu của công ty";
    private static final long ROLE = 71;

    @TempDir
    private Path home;

    private final StaffDirectory staff = new StaffDirectory();
    private SignInBench bench;
    private StoredSignIn signIn;

    @BeforeEach
    void start() {
        bench = new SignInBench(home);
        bench.sources.contributed().add(Contribution.of(staff, Map.of()));
        signIn = bench.signIn();
        staff.add(NAME, PASSWORD, "entry-5", "binh@sen.example", true);
        bench.execute(Sql.of(
                "insert into CORE_ROLE (ID, VERSION, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY, NAME)"
                        + " values (?, 1, CURRENT_TIMESTAMP, 0, CURRENT_TIMESTAMP, 0, 'Guests')",
                ROLE));
    }

    private Caller signIn(String name, String password) {
        return signIn.signIn(name, password.toCharArray(), ADDRESS, "rest");
    }

    private String refused(String name, String password) {
        return assertThrows(NotSignedIn.class, () -> signIn(name, password)).getMessage();
    }

    private void set(String key, String value) {
        bench.settings.set(Caller.system(), key, value);
    }

    private void makeUsers() {
        set(OutsideIdentity.CREATE_USERS, "true");
        set(OutsideIdentity.ROLE, String.valueOf(ROLE));
    }

    private void linkByEmail() {
        set(OutsideIdentity.LINK_BY_EMAIL, "true");
        bench.execute(Sql.of("update CORE_USER set EMAIL = 'Binh@Sen.example' where ID = ?", SignInBench.SELLER));
    }

    private long users() {
        return Long.parseLong(bench.text(Sql.of("select cast(count(*) as char(9)) from CORE_USER"))
                .strip());
    }

    private String column(String column, long user) {
        return bench.text(Sql.of("select " + column + " from CORE_USER where ID = ?", user));
    }

    @Test
    void unlessTheSettingsAllowItNobodyNewGetsIn() {
        long before = users();

        refused(NAME, PASSWORD);

        assertEquals(before, users());
        assertEquals(1, staff.asked);
    }

    @Test
    void atTheFirstSignInAUserIsMadeWithTheRoleOfTheSettings() {
        makeUsers();

        long user = signIn(" Binh.Tran ", PASSWORD).userId();

        assertEquals(NAME, column("USER_NAME", user));
        assertEquals("Trần Bình", column("NAME", user));
        assertEquals("binh@sen.example", column("EMAIL", user));
        assertTrue(column("ROLE_IDS", user).contains(String.valueOf(ROLE)));
        assertTrue(bench.log.contains("signIn.outsideLinked user=" + user + " address=203.0.113.9 channel=rest"));
        assertEquals(user, signIn(NAME, PASSWORD).userId());
        assertNull(new UserDirectory(bench.database).find(user).passwordHash());
    }

    @Test
    void aUserIsTheOneOfTheSubjectWhateverNameItHasLater() {
        makeUsers();
        long user = signIn(NAME, PASSWORD).userId();
        staff.remove(NAME);
        staff.add("binh.le", "another one of the same", "entry-5", "le@sen.example", true);
        staff.add(NAME, PASSWORD, "entry-6", "other@sen.example", true);

        assertEquals(user, signIn("binh.le", "another one of the same").userId());
        refused(NAME, PASSWORD);
    }

    @Test
    void aNameIsNoReasonToBeAUserOfTheProduct() {
        makeUsers();
        linkByEmail();
        staff.add(SignInBench.SELLER_NAME, PASSWORD, "entry-7", "else@sen.example", true);
        staff.add("admin", PASSWORD, "entry-8", null, false);
        long before = users();

        refused(SignInBench.SELLER_NAME, PASSWORD);
        refused("admin", PASSWORD);

        assertEquals(before, users());
        assertEquals(
                SignInBench.SELLER,
                signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD).userId());
    }

    @Test
    void aVerifiedAddressLinksIfTheSettingSaysSo() {
        linkByEmail();

        assertEquals(SignInBench.SELLER, signIn(NAME, PASSWORD).userId());
        staff.add("thief", PASSWORD, "entry-9", "binh@sen.example", true);
        refused("thief", PASSWORD);
        assertEquals(
                SignInBench.SELLER,
                signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD).userId());
    }

    @Test
    void anAddressThatNobodyVouchesForOrThatSeveralHaveLinksNothing() {
        linkByEmail();
        staff.add("thief", PASSWORD, "entry-9", "binh@sen.example", false);
        refused("thief", PASSWORD);

        bench.addUser(8, "other");
        bench.execute(Sql.of("update CORE_USER set EMAIL = 'binh@sen.example' where ID = 8"));
        refused(NAME, PASSWORD);
    }

    @Test
    void aNewUserNeverGetsAnAddressThatIsNotSurelyTheirs() {
        makeUsers();
        bench.execute(Sql.of("update CORE_USER set EMAIL = 'binh@sen.example' where ID = ?", SignInBench.SELLER));
        staff.add("unsure", PASSWORD, "entry-9", "boss@sen.example", false);

        assertNull(column("EMAIL", signIn(NAME, PASSWORD).userId()));
        assertNull(column("EMAIL", signIn("unsure", PASSWORD).userId()));
    }

    @Test
    void whoIsSwitchedOffOrInTheTrashStaysOut() {
        makeUsers();
        long user = signIn(NAME, PASSWORD).userId();

        bench.deactivate(user);
        refused(NAME, PASSWORD);
        bench.execute(Sql.of("update CORE_USER set ACTIVE = true, DELETED_AT = CURRENT_TIMESTAMP where ID = ?", user));
        refused(NAME, PASSWORD);
    }

    @Test
    void aPasswordOfTheProductsOwnIsNeverTold() {
        signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD);

        assertEquals(0, staff.asked);
    }

    @Test
    void unknownNamesCostTheSameAndGetTheSameAnswer() {
        makeUsers();
        signIn(NAME, PASSWORD);
        String answer = refused(SignInBench.SELLER_NAME, "not it");
        int computations = bench.hashing.computations();
        int asked = staff.asked;

        for (String name : new String[] {NAME, SignInBench.SELLER_NAME, "nobody"}) {
            assertEquals(answer, refused(name, "not it"));
            assertEquals(++computations, bench.hashing.computations(), name);
            assertEquals(++asked, staff.asked, name);
        }
    }

    @Test
    void anEmptyPasswordIsNotEvenAskedFor() {
        makeUsers();
        staff.add("open", "", "entry-3", null, false);

        refused("open", "");

        assertEquals(0, staff.asked);
    }

    @Test
    void whileTheDirectoryIsAwayThoseWithAPasswordHereGetIn() {
        makeUsers();
        signIn(NAME, PASSWORD);
        staff.away = true;

        assertEquals(
                SignInBench.SELLER,
                signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD).userId());
        String message =
                assertThrows(Unavailable.class, () -> signIn(NAME, PASSWORD)).getMessage();
        assertFalse(message.contains("connection"), message);
        assertEquals(
                message,
                assertThrows(Unavailable.class, () -> signIn("nobody", "x")).getMessage());
    }

    @Test
    void whileTheDirectoryIsAwayGuessingIsCountedAsEver() {
        staff.away = true;
        for (int i = 0; i < 5; i++) {
            assertThrows(Unavailable.class, () -> signIn(SignInBench.SELLER_NAME, "a guess"));
        }

        assertThrows(TooManyTries.class, () -> signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD));
    }

    @Test
    void withoutTheModuleOnlyPasswordsHereLetIn() {
        makeUsers();
        signIn(NAME, PASSWORD);
        bench.sources.contributed().remove(staff);

        refused(NAME, PASSWORD);
        assertEquals(
                SignInBench.SELLER,
                signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD).userId());
    }

    @Test
    void guessingLocksTheNameAndTheDirectoryHearsNoMore() {
        makeUsers();
        signIn(NAME, PASSWORD);
        for (int i = 0; i < 5; i++) {
            refused(NAME, "a guess");
        }
        int asked = staff.asked;

        assertThrows(TooManyTries.class, () -> signIn(NAME, PASSWORD));

        assertEquals(asked, staff.asked);
    }

    @Test
    void guessingLocksEverySpellingThatADirectoryMayTakeForTheName() {
        makeUsers();
        signIn(NAME, PASSWORD);
        for (String spelling :
                List.of("ｂｉｎｈ.tran", "bình.trần", "Binh\u00ad.Tran", "bi\u200bnh. tran", "b\u0131nh.tran")) {
            refused(spelling, "a guess");
        }

        assertThrows(TooManyTries.class, () -> signIn(NAME, PASSWORD));
        assertThrows(TooManyTries.class, () -> signIn("binh.ｔran", "a guess"));
    }

    @Test
    void guessingByTheAddressCountsForTheNameAsWell() {
        makeUsers();
        signIn(NAME, PASSWORD);
        for (int i = 0; i < 3; i++) {
            refused("Binh@sen.example", "a guess");
        }
        refused(NAME, "a guess");
        refused(NAME, "a guess");

        assertThrows(TooManyTries.class, () -> signIn("binh@sen.example", "a guess"));
        assertThrows(TooManyTries.class, () -> signIn(NAME, PASSWORD));
    }

    @Test
    void whoHasTheNameOfSomebodyElseInTheDirectoryForgivesNothingThatWasGuessedWithIt() {
        set(OutsideIdentity.LINK_BY_EMAIL, "true");
        bench.addUser(8, "thief");
        bench.execute(Sql.of("update CORE_USER set EMAIL = 'thief@sen.example' where ID = 8"));
        staff.add(SignInBench.SELLER_NAME, PASSWORD, "entry-7", "thief@sen.example", true);
        assertEquals(8, signIn(SignInBench.SELLER_NAME, PASSWORD).userId());
        for (int i = 0; i < 4; i++) {
            refused(SignInBench.SELLER_NAME, "a guess");
        }

        assertEquals(8, signIn(SignInBench.SELLER_NAME, PASSWORD).userId());
        refused(SignInBench.SELLER_NAME, "a guess");

        assertThrows(TooManyTries.class, () -> signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD));
    }

    @Test
    void whoseRolesCannotFollowTheDirectoryStaysOut() {
        makeUsers();
        staff.roles = Set.of("Guests");
        staff.add(NAME, PASSWORD, "entry-5", null, false);
        long user = signIn(NAME, PASSWORD).userId();
        AtomicBoolean refuses = new AtomicBoolean(true);
        hook(draft -> {
            if (refuses.get() && draft.changed("roles")) {
                throw new Forbidden("not today");
            }
        });

        staff.roles = Set.of();
        staff.add(NAME, PASSWORD, "entry-5", null, false);
        refused(NAME, PASSWORD);
        assertEquals(List.of(ROLE), new UserRoles(bench.database).of(user));

        refuses.set(false);
        assertEquals(user, signIn(NAME, PASSWORD).userId());
        assertEquals(List.of(), new UserRoles(bench.database).of(user));
    }

    @Test
    void aRoleIsTakenAwayEvenIfSomebodyChangesTheUserMeanwhile() {
        makeUsers();
        staff.roles = Set.of("Guests");
        staff.add(NAME, PASSWORD, "entry-5", null, false);
        long user = signIn(NAME, PASSWORD).userId();
        AtomicInteger times = new AtomicInteger();
        hook(draft -> {
            if (draft.changed("roles") && times.incrementAndGet() < 3) {
                throw new Conflict("changed meanwhile", 2, List.of());
            }
        });

        staff.roles = Set.of();
        staff.add(NAME, PASSWORD, "entry-5", null, false);

        assertEquals(user, signIn(NAME, PASSWORD).userId());
        assertEquals(List.of(), new UserRoles(bench.database).of(user));
        assertEquals(3, times.get());
    }

    @Test
    void whoCannotBeGivenTheRolesIsNotLinked() {
        linkByEmail();
        staff.roles = Set.of("Guests");
        staff.add(NAME, PASSWORD, "entry-5", "binh@sen.example", true);
        hook(draft -> {
            if (draft.changed("roles")) {
                bench.execute(Sql.of("update CORE_USER set NAME = 'half done' where ID = ?", SignInBench.SELLER));
                throw new Forbidden("not today");
            }
        });

        refused(NAME, PASSWORD);

        assertNull(bench.text(Sql.of("select NAME from CORE_OUTSIDE_LINK")));
        assertEquals(SignInBench.SELLER_NAME, column("NAME", SignInBench.SELLER));
    }

    @Test
    void theLastAdministratorStaysOneWhateverTheDirectorySays() {
        linkByEmail();
        bench.execute(Sql.of("update CORE_ROLE set ADMINISTRATOR = true where ID = ?", ROLE));
        bench.deactivate(SignInBench.ADMINISTRATOR);
        staff.roles = Set.of("Guests");
        staff.add(NAME, PASSWORD, "entry-5", "binh@sen.example", true);
        signIn(NAME, PASSWORD);

        staff.roles = Set.of();
        staff.add(NAME, PASSWORD, "entry-5", "binh@sen.example", true);
        signIn(NAME, PASSWORD);
        assertEquals(List.of(ROLE), new UserRoles(bench.database).of(SignInBench.SELLER));

        bench.execute(Sql.of("update CORE_USER set ACTIVE = true where ID = ?", SignInBench.ADMINISTRATOR));
        signIn(NAME, PASSWORD);
        assertEquals(List.of(), new UserRoles(bench.database).of(SignInBench.SELLER));
    }

    private void hook(Consumer<Draft> beforeSave) {
        bench.engine.hook("users", new RecordHook() {
            @Override
            public void beforeSave(Draft draft) {
                beforeSave.accept(draft);
            }
        });
    }

    @Test
    void whoSignsInOftenIsNotLockedByTheOtherName() {
        linkByEmail();

        for (int i = 0; i < 12; i++) {
            assertEquals(SignInBench.SELLER, signIn(NAME, PASSWORD).userId());
        }
    }

    @Test
    void theSecondFactorIsAskedForAsWell() {
        bench.kinds.contributed().add(Contribution.of(new CountedKind(false), Map.of(FactorKind.KIND, "counted")));
        makeUsers();
        Caller binh = Callers.user(signIn(NAME, PASSWORD).userId());
        StoredFactors factors = bench.factors(signIn);
        factors.confirm(binh, factors.enrol(binh, "counted", "Phone").factor().id(), "right-0");

        for (int i = 1; i < 9; i++) {
            SecondFactorRequired due = assertThrows(SecondFactorRequired.class, () -> signIn(NAME, PASSWORD));
            assertEquals(
                    binh.userId(),
                    signIn.answer(due.challenge(), "counted", "right-" + i, ADDRESS, "rest")
                            .userId());
        }
    }

    @Test
    void fromElsewhereNobodyGetsInAndNobodyIsMade() {
        makeUsers();
        set(SignIn.NETWORKS, "198.51.100.0/24");
        long before = users();

        refused(NAME, PASSWORD);
        assertEquals(before, users());

        set(SignIn.NETWORKS, null);
        signIn = bench.signIn();
        long user = signIn(NAME, PASSWORD).userId();
        bench.execute(Sql.of("update CORE_ROLE set NETWORKS = '198.51.100.0/24' where ID = ?", ROLE));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.log.clear();
        refused(NAME, PASSWORD);
        assertTrue(bench.log.contains("signIn.addressRefused user=" + user + " address=203.0.113.9 channel=rest"));
    }

    @Test
    void theDirectorysPasswordProvesAgainWhoSomebodyIs() {
        linkByEmail();
        signIn(NAME, PASSWORD);
        staff.add("other", "password of another", "entry-6", "other@sen.example", true);
        StoredProofs proofs = new StoredProofs(signIn);
        Caller seller = Callers.user(SignInBench.SELLER);

        proofs.prove(seller, StoredProofs.PASSWORD, PASSWORD.toCharArray());

        assertThrows(
                NotSignedIn.class,
                () -> proofs.prove(seller, StoredProofs.PASSWORD, "password of another".toCharArray()));
    }

    @Test
    void whosePasswordIsInTheDirectoryMakesNoneHere() {
        makeUsers();
        Caller binh = Callers.user(signIn(NAME, PASSWORD).userId());

        assertThrows(
                Forbidden.class,
                () -> signIn.setPassword(
                        binh, binh.userId(), PASSWORD.toCharArray(), "một mật khẩu khác hẳn".toCharArray()));
    }

    @Test
    void ofAUserWhoIsGoneForGoodNoLinkStays() {
        makeUsers();
        long user = signIn(NAME, PASSWORD).userId();

        signIn.forget(user);

        assertNull(bench.text(Sql.of("select NAME from CORE_OUTSIDE_LINK")));
    }

    @Test
    void whereTheDirectoryDecidesRolesTheyFollowIt() {
        makeUsers();
        staff.roles = Set.of("Guests", "Nobody has heard of it");
        staff.add(NAME, PASSWORD, "entry-5", null, false);
        Caller first = signIn(NAME, PASSWORD);
        assertEquals(List.of(ROLE), new UserRoles(bench.database).of(first.userId()));

        staff.roles = Set.of();
        staff.add(NAME, PASSWORD, "entry-5", null, false);
        signIn(NAME, PASSWORD);
        assertEquals(List.of(), new UserRoles(bench.database).of(first.userId()));

        staff.roles = null;
        staff.add(NAME, PASSWORD, "entry-5", null, false);
        bench.execute(Sql.of("update CORE_USER set ROLE_IDS = ? where ID = ?", "," + ROLE + ",", first.userId()));
        signIn(NAME, PASSWORD);
        assertEquals(List.of(ROLE), new UserRoles(bench.database).of(first.userId()));
    }
}
