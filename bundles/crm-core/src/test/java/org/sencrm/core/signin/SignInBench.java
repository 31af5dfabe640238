package org.sencrm.core.signin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.core.access.Administrators;
import org.sencrm.core.gate.RecentProofs;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.secret.Secrets;
import org.sencrm.core.setting.StoredSettings;
import org.sencrm.core.store.LocalDatabase;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.FakeAccess;
import org.sencrm.core.support.MovingClock;
import org.sencrm.core.text.FileMessages;

/** A sign-in service on a database of its own, with the administrator 1 and the seller 7, whose password is known. */
final class SignInBench {

    static final long ADMINISTRATOR = 1;
    static final long SELLER = 7;
    static final String SELLER_NAME = "an.nguyen";
    static final String SELLER_PASSWORD = "bữa cơm chiều thứ bảy";

    final TestEngine engine = new TestEngine();
    final LocalDatabase database = engine.local;
    final MovingClock clock = new MovingClock();
    final CountingHashing hashing = new CountingHashing();
    final UserDirectory directory = new UserDirectory(database);
    final FileMessages messages = new FileMessages();
    final RecentProofs proofs = new RecentProofs(database, messages, clock);
    final FakeAccess access = new FakeAccess(ADMINISTRATOR).asking(proofs);
    final StoredSettings settings = new StoredSettings(database, access, messages);
    final CollectedMails mails = new CollectedMails(database);
    final AccountMail mail = new AccountMail(mails, settings, messages, directory);
    final FactorKinds kinds = new FactorKinds();
    final PasswordSources sources = new PasswordSources();
    /** Lines of the security log. */
    final List<String> log = new ArrayList<>();

    private final Path home;

    SignInBench(Path home) {
        this.home = home;
        addUser(SELLER, SELLER_NAME);
        new Passwords(database, hashing, clock).store(SELLER, SELLER_PASSWORD.toCharArray());
    }

    /** As after a start of the product; nothing is kept in memory from before. */
    StoredSignIn signIn() {
        return new StoredSignIn(
                database,
                access,
                messages,
                settings,
                new UserDirectory(database, clock),
                new FactorStore(database, new Secrets(home), kinds, new SecurityLog(database, log::add, clock), clock),
                proofs,
                sources,
                new OutsideUsers(database, engine.records, settings, directory, new Administrators(database), clock),
                mail,
                new SecurityLog(database, log::add, clock),
                hashing,
                clock,
                home);
    }

    /** What people do with their second factors, beside this sign-in. */
    StoredFactors factors(StoredSignIn signIn) {
        return new StoredFactors(
                database,
                access,
                messages,
                settings,
                directory,
                signIn,
                new Administrators(database),
                mail,
                new SecurityLog(database, log::add, clock),
                clock);
    }

    void addUser(long id, String userName) {
        execute(Sql.of(
                "insert into CORE_USER (ID, VERSION, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY, USER_NAME, NAME,"
                        + " ACTIVE) values (?, 1, CURRENT_TIMESTAMP, 0, CURRENT_TIMESTAMP, 0, ?, ?, true)",
                id,
                userName,
                userName));
    }

    void address(long user, String address) {
        execute(Sql.of("update CORE_USER set EMAIL = ? where ID = ?", address, user));
    }

    void deactivate(long id) {
        execute(Sql.of("update CORE_USER set ACTIVE = false where ID = ?", id));
    }

    void execute(Sql statement) {
        database.write(statement::execute);
    }

    String text(Sql question) {
        return database.read(connection -> question.first(connection, row -> row.getString(1)));
    }
}
