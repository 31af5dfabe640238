package org.sencrm.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;
import static org.sencrm.core.record.TestEngine.line;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.access.Scopes;
import org.sencrm.api.access.Share;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.file.StoredFile;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

class FileAccessTest {

    private static final List<String> NOTHING = List.of();

    @TempDir
    static Path home;

    private static FileDesk desk;
    private static RecordData deal;
    private static StoredFile file;
    private static Caller owner;
    private static Caller teamMate;
    private static Caller ownOnly;
    private static Caller stranger;

    @BeforeAll
    static void open() {
        desk = new FileDesk(home);
        RecordData hanoi = desk.engine.team("hanoi", null, null);
        RecordData own = desk.engine.role("own", line(DEALS, "own", NOTHING, "read", "create", "update", "delete"));
        RecordData seller = desk.engine.user("owner", hanoi, own);
        owner = as(seller);
        teamMate = as(desk.engine.user("mate", hanoi, desk.engine.role("team", line(DEALS, "team", NOTHING, "read"))));
        ownOnly = as(desk.engine.user("other", hanoi, own));
        stranger = as(desk.engine.user("stranger", hanoi));
        deal = desk.engine.deal("name", "of owner", "owner", seller.id());
        file = desk.add(owner, deal, "offer.txt", "10");
    }

    @AfterAll
    static void close() throws InterruptedException {
        desk.close();
    }

    @Test
    void whoMayReadTheRecordReadsItsFiles() {
        for (Caller reader : List.of(owner, teamMate, SYSTEM)) {
            assertEquals("10", desk.content(reader, file));
            assertEquals(List.of("offer.txt"), desk.names(reader, deal));
            assertEquals(file.id(), desk.files.get(reader, file.id()).id());
            assertEquals(1, desk.files.versions(reader, file.id()).size());
        }
    }

    @Test
    void theFilesOfASharedRecordAreReadUntilItIsTakenBack() {
        Reference other = Reference.to("users", ownOnly.userId());
        Share share = desk.engine.shares.share(owner, DEALS, deal.id(), other, false);
        assertEquals("10", desk.content(ownOnly, file));
        assertEquals(List.of("offer.txt"), desk.names(ownOnly, deal));
        assertThrows(Forbidden.class, () -> desk.add(ownOnly, deal, "mine.txt", "1"));
        desk.engine.shares.takeBack(owner, DEALS, deal.id(), share.id());
        assertThrows(NotFound.class, () -> desk.content(ownOnly, file));
        assertThrows(NotFound.class, () -> desk.names(ownOnly, deal));
    }

    @Test
    void whoMayNotReadTheRecordLearnsOfNoFile() {
        Caller token = owner.entered(new Entry(0, 0, null, Scopes.of(List.of("accounts:*"))));
        for (Caller other : List.of(ownOnly, stranger, token)) {
            List<Executable> doors = List.of(
                    () -> desk.files.get(other, file.id()),
                    () -> desk.files.open(other, file.id()),
                    () -> desk.files.versions(other, file.id()),
                    () -> desk.files.delete(other, file.id()),
                    () -> desk.files.trash(other, file.id()),
                    () -> desk.files.list(other, DEALS, deal.id()),
                    () -> desk.add(other, deal, "mine.txt", "30"));
            doors.forEach(door -> assertThrows(NotFound.class, door));
        }
        NotFound hidden = assertThrows(NotFound.class, () -> desk.files.get(ownOnly, file.id()));
        NotFound absent = assertThrows(NotFound.class, () -> desk.files.get(ownOnly, 12345));
        assertEquals(absent.getMessage(), hidden.getMessage());
    }

    @Test
    void whoMayOnlyReadTheRecordChangesNoFile() {
        assertThrows(Forbidden.class, () -> desk.add(teamMate, deal, "mine.txt", "30"));
        assertThrows(Forbidden.class, () -> desk.files.delete(teamMate, file.id()));
        assertEquals(List.of("offer.txt"), desk.names(owner, deal));
    }

    @Test
    void whoMayNotDeleteAFileBringsNoneBack() {
        desk.files.trash(owner, file.id());

        assertThrows(NotFound.class, () -> desk.files.restore(ownOnly, file.id()));
        assertThrows(NotFound.class, () -> desk.files.restore(stranger, file.id()));
        assertThrows(Forbidden.class, () -> desk.files.restore(teamMate, file.id()));
        assertEquals(List.of(), desk.names(owner, deal));
        desk.files.restore(owner, file.id());
        assertEquals(List.of("offer.txt"), desk.names(owner, deal));
    }

    @Test
    void nothingIsTakenInForARecordThatIsNotThere() {
        assertThrows(NotFound.class, () -> desk.files.add(owner, DEALS, 12345, "a.txt", FileDesk.stream("x")));
        assertThrows(NotFound.class, () -> desk.files.add(owner, "nothing", 1, "a.txt", FileDesk.stream("x")));
        assertThrows(NotFound.class, () -> desk.files.list(owner, "nothing", 1));
    }

    @Test
    void inTheTrashFilesAreReadAsTheRecordIsAndNotChanged() {
        RecordData binned = desk.engine.records.create(owner, DEALS, java.util.Map.of("name", "binned"));
        StoredFile kept = desk.add(owner, binned, "kept.txt", "40");
        desk.engine.records.delete(owner, DEALS, binned.id(), binned.version());

        assertEquals("40", desk.content(owner, kept));
        assertThrows(NotFound.class, () -> desk.files.open(ownOnly, kept.id()));
        assertThrows(NotFound.class, () -> desk.add(owner, binned, "more.txt", "50"));
        assertThrows(NotFound.class, () -> desk.files.delete(owner, kept.id()));
    }

    @Test
    void theFilesOfATypeWaitForItsModule() {
        desk.engine.removeDeals();
        try {
            assertThrows(NotFound.class, () -> desk.files.get(SYSTEM, file.id()));
        } finally {
            desk.engine.installDeals();
        }
        assertEquals("10", desk.content(owner, file));
    }
}
