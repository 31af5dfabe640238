package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

class FavouritesTest {

    private static final String MARKED = "favourite==true";

    private static TestEngine engine;
    private static Caller lan;
    private static Caller minh;
    private static Caller boss;
    private static RecordData sen;

    @BeforeAll
    static void start() {
        engine = new TestEngine();
        lan = caller(engine.user("Nguyễn Thị Lan", null));
        RecordData reader = engine.role(
                "reader",
                TestEngine.line("accounts", "all", List.of(), "read"),
                TestEngine.line("deals", "all", List.of(), "read"));
        boss = caller(engine.user("Trần Thị Bích", null, reader));
        minh = caller(engine.user("Lê Minh", null));
        sen = engine.create("accounts", "name", "Sen Việt");
        engine.create("accounts", "name", "Đồng Tâm");
        engine.deal("name", "Bán 10 máy", "account", sen.id());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        engine.close();
    }

    private static Caller caller(RecordData user) {
        return new Caller(user.id(), Locale.ENGLISH, TestEngine.HANOI, "rest", 0);
    }

    private static RecordData mark(Caller who, String type, long id) {
        return engine.records.create(who, "favourites", Map.of("type", type, "record", Reference.to(type, id)));
    }

    @Test
    void everybodyFindsTheOwnAndMayTakeThemBack() {
        assertEquals(List.of(), engine.names(boss, Query.of("accounts").where(MARKED)));
        RecordData mark = mark(boss, "accounts", sen.id());
        assertEquals(
                List.of("Sen Việt"), engine.names(boss, Query.of("accounts").where(MARKED)));
        assertEquals(
                List.of("Đồng Tâm"), engine.names(boss, Query.of("accounts").where("favourite!=true")));
        assertEquals(
                List.of("Đồng Tâm"), engine.names(boss, Query.of("accounts").where("favourite==false")));
        assertEquals(List.of("Bán 10 máy"), engine.names(boss, "account.favourite==true"));
        assertEquals(List.of(), engine.names(boss, Query.of("deals").where(MARKED)));
        engine.records.delete(boss, "favourites", mark.id(), mark.version());
        assertEquals(List.of(), engine.names(boss, Query.of("accounts").where(MARKED)));
    }

    @Test
    void whatSomebodyMarksIsNobodyElsesBusiness() {
        RecordData view = engine.records.create(lan, "views", Map.of("name", "Của tôi", "type", "deals"));
        mark(lan, "views", view.id());
        assertEquals(List.of("Của tôi"), engine.names(lan, Query.of("views").where(MARKED)));
        assertEquals(1, engine.records.count(lan, Query.of("favourites")));
        assertEquals(0, engine.records.count(minh, Query.of("favourites")));
        assertEquals(List.of(), engine.names(minh, Query.of("views").where(MARKED)));
    }

    @Test
    void itIsAskedForWithYesOrNo() {
        for (String filter :
                List.of("favourite==maybe", "favourite=gt=true", "favourite=isnull=true", "favourite.id==1")) {
            assertThrows(
                    InvalidRequest.class,
                    () -> engine.names(boss, Query.of("accounts").where(filter)));
        }
    }
}
