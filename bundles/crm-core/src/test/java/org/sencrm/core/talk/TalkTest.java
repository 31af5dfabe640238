package org.sencrm.core.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;
import static org.sencrm.core.record.TestEngine.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.access.Scopes;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.TimelineEntry;
import org.sencrm.api.record.TimelineQuery;
import org.sencrm.api.talk.Comment;
import org.sencrm.api.talk.Comments;
import org.sencrm.api.talk.Notification;
import org.sencrm.api.talk.Notification.Kind;
import org.sencrm.api.talk.NotificationListener;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.record.TestEngine;

/** Comments, followers and what people are told, on the engine. */
class TalkTest {

    private static final List<String> NOTHING = List.of();

    private TestEngine engine;
    private RecordComments comments;
    private RecordFollowers followers;
    private StoredNotifications notifications;
    private ChangeNews news;
    private final List<Set<Long>> announced = Collections.synchronizedList(new ArrayList<>());

    private Caller owner;
    private Caller mate;
    private Caller stranger;
    private RecordData deal;

    @BeforeEach
    void open() {
        engine = new TestEngine();
        comments = new RecordComments(
                engine.database,
                engine.types,
                engine.gate,
                engine.feed,
                engine.extensions,
                engine.records,
                engine.messages,
                engine.clock);
        followers = new RecordFollowers(engine.database, engine.types, engine.gate, engine.messages);
        notifications = new StoredNotifications(
                engine.database, engine.types, engine.gate, engine.extensions, engine.messages, engine.clock);
        news = new ChangeNews(engine.database, engine.types, engine.feed, engine.extensions, engine.clock);
        NotificationListener listener = announced::add;
        engine.extensions.notificationListeners().add(Contribution.of(listener, Map.of()));
        RecordData hanoi = engine.team("hanoi", null, null);
        RecordData own = engine.role("own", line(DEALS, "own", NOTHING, "read", "create", "update", "delete"));
        RecordData team = engine.role("team", line(DEALS, "team", NOTHING, "read", "update"));
        RecordData seller = engine.user("Lan", hanoi, own);
        owner = as(seller);
        mate = as(engine.user("Minh", hanoi, team));
        stranger = as(engine.user("Xa", null));
        deal = engine.deal("name", "Lotus", "owner", seller.id());
        settle();
        notifications.readAll(owner);
    }

    @AfterEach
    void close() throws InterruptedException {
        news.close();
        engine.close();
    }

    private void settle() {
        while (!engine.feed.isCurrent()) {
            Thread.onSpinWait();
        }
    }

    private Comment say(Caller caller, String text, Long... mentioned) {
        return comments.add(caller, DEALS, deal.id(), text, Set.of(mentioned));
    }

    private List<Kind> unread(Caller caller) {
        return notifications.list(caller, 50).stream()
                .filter(each -> !each.isRead())
                .map(Notification::kind)
                .toList();
    }

    @Test
    void aTokenThatOnlyReadsLeavesNothingBehind() {
        Caller reading = owner.entered(new Entry(0, 0, null, Scopes.of(List.of("*:read"))));
        Caller changing = owner.entered(new Entry(0, 0, null, Scopes.of(List.of(DEALS + ":update", "*:read"))));
        Comment said = say(owner, "Of the owner");

        assertThrows(Forbidden.class, () -> say(reading, "By a program"));
        assertThrows(Forbidden.class, () -> comments.edit(reading, said.id(), "Changed", Set.of()));
        assertThrows(Forbidden.class, () -> comments.delete(reading, said.id()));
        assertThrows(Forbidden.class, () -> followers.unfollow(reading, DEALS, deal.id()));
        assertEquals("Of the owner", comments.get(reading, said.id()).text());
        assertEquals("By another", say(changing, "By another").text());
    }

    @Test
    void aCommentStandsInTheTimelineAndItsFollowersAreTold() {
        Comment said = say(mate, "  Khách hỏi giá tủ bếp  ");

        assertEquals("Khách hỏi giá tủ bếp", said.text());
        assertEquals("Minh", said.by().label());
        assertEquals("Lotus", said.record().label());
        TimelineEntry entry = engine.records.timeline(owner, DEALS, deal.id(), TimelineQuery.newest(5)).stream()
                .filter(each -> Comments.KIND.equals(each.kind()))
                .findFirst()
                .orElseThrow();
        assertEquals("Khách hỏi giá tủ bếp", entry.text());
        assertEquals(new Reference("comments", said.id(), null), entry.subject());
        Notification told = notifications.list(owner, 1).get(0);
        assertEquals(Kind.COMMENTED, told.kind());
        assertEquals("Minh", told.by().label());
        assertEquals("Lotus", told.record().label());
        assertEquals("Khách hỏi giá tủ bếp", told.text());
        assertEquals(1, notifications.unread(owner));
        assertEquals(List.of(), unread(mate));
        assertTrue(announced.contains(Set.of(owner.userId())));
    }

    @Test
    void whoIsMentionedIsToldOnceAndNotForFollowingToo() {
        say(mate, "@Lan xem giúp", owner.userId());
        assertEquals(List.of(Kind.MENTIONED), unread(owner));

        Comment mine = say(owner, "để tôi xem", owner.userId());
        assertEquals(List.of(Kind.MENTIONED), unread(owner));

        comments.edit(owner, mine.id(), "@Minh để tôi xem", Set.of(mate.userId()));
        comments.edit(owner, mine.id(), "@Minh để tôi xem ngay", Set.of(mate.userId()));
        assertEquals(List.of(Kind.MENTIONED), unread(mate));
        Comment edited = comments.get(mate, mine.id());
        assertEquals("@Minh để tôi xem ngay", edited.text());
        assertNotNull(edited.editedAt());
        assertEquals("Minh", edited.mentioned().get(0).label());
    }

    @Test
    void whoMayNotReadTheRecordNeitherHearsNorSpeaks() {
        Comment said = say(owner, "giá cuối");
        List<Executable> doors = List.of(
                () -> comments.list(stranger, DEALS, deal.id(), 10, 0),
                () -> comments.get(stranger, said.id()),
                () -> comments.add(stranger, DEALS, deal.id(), "x", Set.of()),
                () -> comments.edit(stranger, said.id(), "x", Set.of()),
                () -> comments.delete(stranger, said.id()),
                () -> comments.mentionable(stranger, DEALS, deal.id(), "", 10),
                () -> followers.follow(stranger, DEALS, deal.id()),
                () -> followers.list(stranger, DEALS, deal.id()));
        doors.forEach(door -> assertThrows(NotFound.class, door));

        InvalidRecord refused = assertThrows(InvalidRecord.class, () -> say(owner, "@Xa nhìn này", stranger.userId()));
        assertEquals("mentions", refused.errors().get(0).field());
        assertEquals(List.of(), unread(stranger));
        List<String> offered = comments.mentionable(owner, DEALS, deal.id(), "", 10).stream()
                .map(Reference::label)
                .toList();
        assertTrue(offered.containsAll(List.of("Lan", "Minh")), offered.toString());
        assertFalse(offered.contains("Xa"));
    }

    @Test
    void whoMayReadIsOfferedHoweverManyStandBeforeWhoMayNot() {
        for (int i = 0; i < 60; i++) {
            engine.user("An " + i, null);
        }

        List<String> offered = comments.mentionable(owner, DEALS, deal.id(), "", 3).stream()
                .map(Reference::label)
                .toList();

        assertEquals(List.of("Administrator", "Lan", "Minh"), offered);
    }

    @Test
    void everybodyChangesTheOwnCommentsOnly() {
        Comment said = say(owner, "giá cuối");

        assertThrows(Forbidden.class, () -> comments.edit(mate, said.id(), "x", Set.of()));
        assertThrows(Forbidden.class, () -> comments.delete(mate, said.id()));
        assertThrows(InvalidRecord.class, () -> comments.edit(owner, said.id(), "  ", Set.of()));
        assertThrows(InvalidRecord.class, () -> say(owner, "x".repeat(Comments.LONGEST + 1)));

        comments.delete(owner, said.id());
        assertThrows(NotFound.class, () -> comments.get(owner, said.id()));
        assertEquals(List.of(), comments.list(owner, DEALS, deal.id(), 10, 0));
        assertThrows(Forbidden.class, () -> comments.restore(mate, said.id()));
        assertEquals(said, comments.restore(owner, said.id()));
        assertEquals(List.of(said), comments.list(mate, DEALS, deal.id(), 10, 0));
    }

    @Test
    void aDeletedCommentIsToldNoMore() {
        Comment said = say(mate, "nhầm rồi");
        assertEquals(List.of(Kind.COMMENTED), unread(owner));

        comments.delete(mate, said.id());

        assertEquals(List.of(), unread(owner));
    }

    @Test
    void theOwnerFollowsUntilTheOwnerSaysNo() {
        assertTrue(followers.isFollowing(owner, DEALS, deal.id()));
        assertFalse(followers.isFollowing(mate, DEALS, deal.id()));
        followers.follow(mate, DEALS, deal.id());
        followers.follow(mate, DEALS, deal.id());
        assertEquals(
                List.of("Lan", "Minh"),
                followers.list(owner, DEALS, deal.id()).stream()
                        .map(Reference::label)
                        .toList());

        followers.unfollow(owner, DEALS, deal.id());
        say(mate, "ai cũng biết");

        assertEquals(List.of(), unread(owner));
        assertFalse(followers.isFollowing(owner, DEALS, deal.id()));
        followers.follow(owner, DEALS, deal.id());
        assertTrue(followers.isFollowing(owner, DEALS, deal.id()));
    }

    @Test
    void changesByOthersAreToldOnceUntilTheyAreRead() {
        RecordData first = engine.records.update(mate, DEALS, deal.id(), deal.version(), Map.of("name", "Lotus 2"));
        settle();
        RecordData second = engine.records.update(mate, DEALS, deal.id(), first.version(), Map.of("name", "Lotus 3"));
        settle();
        assertEquals(List.of(Kind.CHANGED), unread(owner));
        assertEquals("Lotus 3", notifications.list(owner, 1).get(0).record().label());

        notifications.read(owner, List.of(notifications.list(owner, 1).get(0).id()));
        assertEquals(0, notifications.unread(owner));
        RecordData third = engine.records.update(owner, DEALS, deal.id(), second.version(), Map.of("name", "Lotus 4"));
        engine.records.update(mate.inJob(5, "import"), DEALS, deal.id(), third.version(), Map.of("name", "Lotus 5"));
        settle();
        assertEquals(0, notifications.unread(owner));
    }

    @Test
    void whoIsMadeTheOwnerIsTold() {
        engine.records.update(SYSTEM, DEALS, deal.id(), deal.version(), Map.of("owner", mate.userId()));
        settle();

        assertEquals(List.of(Kind.ASSIGNED), unread(mate));
    }

    @Test
    void nobodyReadsOthersNotificationsOrMarksThem() {
        say(mate, "một");
        long id = notifications.list(owner, 1).get(0).id();

        notifications.read(mate, List.of(id));
        notifications.readAll(mate);

        assertEquals(1, notifications.unread(owner));
        assertEquals(List.of(), notifications.list(mate, 10));
    }

    @Test
    void whoMayNoLongerSeeTheRecordGetsNothingOfIt() {
        followers.follow(mate, DEALS, deal.id());
        say(owner, "giá bí mật");
        assertEquals(List.of(Kind.COMMENTED), unread(mate));

        RecordData elsewhere = engine.team("saigon", null, null);
        engine.records.update(SYSTEM, DEALS, deal.id(), deal.version(), Map.of("team", elsewhere.id()));
        settle();

        assertEquals(List.of(), notifications.list(mate, 50));
        assertEquals(0, notifications.unread(mate));
    }

    @Test
    void withARecordThatIsGoneForGoodGoesWhatWasSaid() {
        Comment said = say(mate, "một");
        RecordData now = engine.records.get(SYSTEM, DEALS, deal.id());
        engine.records.delete(SYSTEM, DEALS, deal.id(), now.version());
        engine.records.purge(SYSTEM, DEALS, deal.id(), now.version() + 1);
        settle();

        assertThrows(NotFound.class, () -> comments.get(SYSTEM, said.id()));
        assertEquals(List.of(), notifications.list(owner, 50));
    }

    @Test
    void aTimelineIsNarrowedByKindAndByPerson() {
        say(mate, "của Minh");
        say(owner, "của Lan");
        engine.create("activities", "name", "Gọi", "kind", "call", "regarding", TestEngine.reference(deal));

        assertEquals(List.of("của Lan", "của Minh"), texts(new TimelineQuery(10, null, Set.of("comment"), 0)));
        assertEquals(List.of("của Minh"), texts(new TimelineQuery(10, null, Set.of("comment"), mate.userId())));
        assertEquals(List.of("call"), kinds(new TimelineQuery(10, null, Set.of("call"), 0)));
        assertEquals(List.of("created"), kinds(new TimelineQuery(10, null, Set.of("created", "updated"), 0)));
        assertEquals(List.of("comment"), kinds(new TimelineQuery(10, null, Set.of(), mate.userId())));
        assertEquals(4, kinds(TimelineQuery.newest(10)).size());
    }

    private List<String> texts(TimelineQuery query) {
        return engine.records.timeline(SYSTEM, DEALS, deal.id(), query).stream()
                .map(TimelineEntry::text)
                .toList();
    }

    private List<String> kinds(TimelineQuery query) {
        return engine.records.timeline(SYSTEM, DEALS, deal.id(), query).stream()
                .map(TimelineEntry::kind)
                .toList();
    }
}
