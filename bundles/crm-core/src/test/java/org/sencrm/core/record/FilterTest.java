package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;

class FilterTest {

    private static TestEngine engine;
    private static RecordData sen;
    private static RecordData dong;
    private static RecordData nguyen;

    @BeforeAll
    static void start() {
        engine = new TestEngine();
        RecordData owner = engine.user("Trần Thị Bích", null);
        RecordData parent = engine.create("accounts", "name", "Tập đoàn Á Châu");
        sen = engine.create("accounts", "name", "Sen Việt", "parent", parent.id(), "owner", owner.id());
        dong = engine.create("accounts", "name", "Đồng Tâm 100%");
        nguyen = engine.deal(
                "name",
                "Nguyễn Văn An",
                "account",
                sen.id(),
                "amount",
                new Money(new BigDecimal("1000.50"), "USD"),
                "stage",
                "won",
                "tags",
                List.of("vip", "new"),
                "partners",
                List.of(sen.id(), dong.id()),
                "seats",
                5,
                "probability",
                "12.5",
                "closedOn",
                "2026-02-28",
                "meetsAt",
                "2026-02-28T18:30:00Z",
                "lasts",
                "PT1H30M",
                "hot",
                true,
                "email",
                "An@Example.com",
                "code",
                "B*1",
                "note",
                "Gọi lại\nsau Tết",
                "about",
                Reference.to("accounts", dong.id()));
        engine.deal(
                "name",
                "nguyen thi b",
                "account",
                dong.id(),
                "amount",
                new Money(new BigDecimal("20"), "VND"),
                "stage",
                "lost",
                "tags",
                List.of("vi"),
                "seats",
                7,
                "probability",
                "50",
                "closedOn",
                "2026-03-01",
                "meetsAt",
                "2026-02-28T16:59:59Z",
                "lasts",
                60,
                "hot",
                false,
                "code",
                "a_1",
                "email",
                "b@example.com",
                "about",
                Reference.to("deals", nguyen.id()));
        engine.deal("name", "Ohne alles");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stage==won | Nguyễn Văn An",
                "stage!=won | nguyen thi b, Ohne alles",
                "stage=in=(won,lost) | nguyen thi b, Nguyễn Văn An",
                "stage=out=(won,open) | nguyen thi b, Ohne alles",
                "stage=isnull=true | Ohne alles",
                "stage=isnull=false | nguyen thi b, Nguyễn Văn An",
                "amount=gt=1000 | Nguyễn Văn An",
                "amount>=1000.5 | Nguyễn Văn An",
                "amount<1000.5 | nguyen thi b",
                "amount==20 | nguyen thi b",
                "amount!=20 | Nguyễn Văn An, Ohne alles",
                "amount=in=(20,1000.5) | nguyen thi b, Nguyễn Văn An",
                "seats=gt=5.5 | nguyen thi b",
                "seats=in=(5,6.5,99999999999) | Nguyễn Văn An",
                "seats=le=5 | Nguyễn Văn An",
                "probability==12.50 | Nguyễn Văn An",
                "closedOn=ge=2026-03-01 | nguyen thi b",
                "closedOn=lt=2026-03-01 | Nguyễn Văn An",
                "meetsAt==2026-02-28T18:30:00Z | Nguyễn Văn An",
                "meetsAt==2026-03-01T01:30:00+07:00 | Nguyễn Văn An",
                "lasts=gt=PT5M | Nguyễn Văn An",
                "lasts==60 | nguyen thi b",
                "hot==true | Nguyễn Văn An",
                "hot!=true | nguyen thi b, Ohne alles",
                "name==*nguyen* | nguyen thi b, Nguyễn Văn An",
                "name==NGUYỄN* | nguyen thi b, Nguyễn Văn An",
                "name=='nguyễn văn an' | Nguyễn Văn An",
                "name=='nguyen van an' | ''",
                "name!='nguyễn văn an' | nguyen thi b, Ohne alles",
                "name!=*nguyen* | Ohne alles",
                "name=in=('nguyễn văn an','Ohne alles') | Nguyễn Văn An, Ohne alles",
                "name=out=('nguyễn văn an') | nguyen thi b, Ohne alles",
                "name=gt=o | Ohne alles",
                "email==*EXAMPLE* | nguyen thi b, Nguyễn Văn An",
                "email==An@Example.com | Nguyễn Văn An",
                "email==an@example.com | ''",
                "code=='B\\\\*1' | Nguyễn Văn An",
                "seats=ge=5.5 | nguyen thi b",
                "seats=lt=5.5 | Nguyễn Văn An",
                "seats!=5.5 | nguyen thi b, Nguyễn Văn An, Ohne alles",
                "seats=gt=99999999999 | ''",
                "seats=lt=99999999999 | nguyen thi b, Nguyễn Văn An",
                "seats=gt=-99999999999 | nguyen thi b, Nguyễn Văn An",
                "seats==99999999999 | ''",
                "amount=lt=20.00001 | nguyen thi b",
                "amount=ge=1000.50001 | ''",
                "amount=lt=99999999999999999999 | nguyen thi b, Nguyễn Văn An",
                "code==a_* | nguyen thi b",
                "code==*_1 | nguyen thi b",
                "code==B* | Nguyễn Văn An",
                "code!=B* | nguyen thi b, Ohne alles",
                "code=out=(a_1) | Nguyễn Văn An, Ohne alles",
                "note==*GỌI* | Nguyễn Văn An",
                "tags==vip | Nguyễn Văn An",
                "tags=in=(new,vi) | nguyen thi b, Nguyễn Văn An",
                "tags!=vip | nguyen thi b, Ohne alles",
                "tags==% | ''",
                "account=isnull=true | Ohne alles",
                "account.name==sen* | Nguyễn Văn An",
                "account.name==*100%* | nguyen thi b",
                "account.name!=sen* | nguyen thi b",
                "account.owner.userName==tran.thi.bich | ''",
                "account.owner.name==*bích | Nguyễn Văn An",
                "account.parent.name==*châu | Nguyễn Văn An",
                "about.type==accounts | Nguyễn Văn An",
                "about.type=in=(accounts,deals) | nguyen thi b, Nguyễn Văn An",
                "stage==won;seats==5 | Nguyễn Văn An",
                "stage==won,seats==7 | nguyen thi b, Nguyễn Văn An",
                "(stage==won,seats==7);hot==false | nguyen thi b",
                "stage==won;(name!=x*,code==z) | Nguyễn Văn An",
                "createdBy==0 | nguyen thi b, Nguyễn Văn An, Ohne alles",
                "createdAt=gt=2020-01-01 | nguyen thi b, Nguyễn Văn An, Ohne alles",
                "externalId=isnull=true;source==system | nguyen thi b, Nguyễn Văn An, Ohne alles",
            })
    void aFilterFinds(String filter, String names) {
        assertEquals(names, String.join(", ", engine.names(SYSTEM, filter)));
    }

    @Test
    void recordsAndReferencesAreFoundById() {
        assertEquals(List.of("Nguyễn Văn An"), engine.names(SYSTEM, "id==" + nguyen.id()));
        assertEquals(List.of("Nguyễn Văn An"), engine.names(SYSTEM, Rsql.in("id", List.of(nguyen.id(), 7L))));
        assertEquals(List.of("Nguyễn Văn An"), engine.names(SYSTEM, "account==" + sen.id()));
        assertEquals(List.of("Nguyễn Văn An"), engine.names(SYSTEM, "account.id==" + sen.id()));
        assertEquals(List.of("nguyen thi b", "Ohne alles"), engine.names(SYSTEM, "account!=" + sen.id()));
        assertEquals(List.of("Nguyễn Văn An"), engine.names(SYSTEM, "partners==" + dong.id()));
        assertEquals(List.of("Nguyễn Văn An"), engine.names(SYSTEM, "about==" + dong.id()));
    }

    @Test
    void writtenValuesAreNeverReadAsSyntax() {
        for (String value : List.of("A*1", "a\"b", "x\\", "\\*", "'", ");id!=0", "%", "a;b==c,d")) {
            RecordData record = engine.deal("name", "quoted", "code", value);
            assertEquals(List.of("quoted"), engine.names(SYSTEM, Rsql.equal("code", value)));
            assertEquals(List.of("quoted"), engine.names(SYSTEM, Rsql.in("code", List.of(value))));
            engine.records.delete(SYSTEM, DEALS, record.id(), record.version());
        }
    }

    @Test
    void aDayIsMeantInTheZoneOfTheCaller() {
        Caller hanoi = new Caller(0, Locale.ENGLISH, TestEngine.HANOI, "rest", 0);
        assertEquals(List.of("Nguyễn Văn An"), engine.names(hanoi, "meetsAt==2026-03-01"));
        assertEquals(List.of("nguyen thi b"), engine.names(hanoi, "meetsAt=lt=2026-03-01"));
        assertEquals(List.of("nguyen thi b", "Nguyễn Văn An"), engine.names(SYSTEM, "meetsAt==2026-02-28"));
        assertEquals(List.of("Ohne alles"), engine.names(SYSTEM, "meetsAt!=2026-02-28"));
    }

    /** It is Monday, the second of March. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "closedOn=during=yesterday | nguyen thi b",
                "closedOn=during=today | ''",
                "closedOn=during=tomorrow | ''",
                "closedOn=during=lastWeek | nguyen thi b, Nguyễn Văn An",
                "closedOn=during=thisWeek | ''",
                "closedOn=during=lastMonth | Nguyễn Văn An",
                "closedOn=during=thisMonth | nguyen thi b",
                "closedOn=during=thisQuarter | nguyen thi b, Nguyễn Văn An",
                "closedOn=during=lastQuarter | ''",
                "closedOn=during=nextQuarter | ''",
                "closedOn=during=thisYear | nguyen thi b, Nguyễn Văn An",
                "closedOn=during=lastYear | ''",
                "closedOn=during=last:2d | nguyen thi b",
                "closedOn=during=last:3d | nguyen thi b, Nguyễn Văn An",
                "closedOn=during=last:1w | nguyen thi b, Nguyễn Văn An",
                "closedOn=during=next:2m | ''",
                "closedOn=during=past | nguyen thi b, Nguyễn Văn An",
                "closedOn=during=future | ''",
                "closedOn=during=thisMonth,seats==5 | nguyen thi b, Nguyễn Văn An",
                "account.createdAt=during=past | ''",
            })
    void daysAreNamedByWhereTheyLieFromToday(String filter, String names) {
        assertEquals(names, String.join(", ", engine.names(SYSTEM, filter)));
    }

    @Test
    void todayIsThatOfTheCaller() {
        Caller hanoi = new Caller(0, Locale.ENGLISH, TestEngine.HANOI, "rest", 0);
        assertEquals(List.of("Nguyễn Văn An"), engine.names(hanoi, "meetsAt=during=yesterday"));
        assertEquals(List.of(), engine.names(SYSTEM, "meetsAt=during=yesterday"));
        assertEquals(List.of("nguyen thi b", "Nguyễn Văn An"), engine.names(SYSTEM, "meetsAt=during=last:3d"));
        assertEquals(List.of("Nguyễn Văn An"), engine.names(hanoi, "meetsAt=during=thisMonth"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nope==1",
                "NAME==x",
                "LABEL_KEY==x",
                "name' or '1'='1==x",
                "name)or(1=1==x",
                "stage==won)or(1==1",
                "id==1 or 1=1",
                "id==abc",
                "seats==abc",
                "seats==1e999999999",
                "amount==(1,2)",
                "stage==",
                "stage=foo=1",
                "stage=like=won",
                "hot=gt=true",
                "stage=gt=open",
                "account=gt=5",
                "extras==x",
                "tags=gt=a",
                "stage=isnull=maybe",
                "closedOn==2026-02-30",
                "meetsAt==yesterday",
                "account.nope==1",
                "account.name.x==1",
                "name.x==1",
                "about.name==x",
                "partners.name==x",
                "account.owner.team.parent.name==x",
                "DELETED_AT=isnull=false",
                ";",
                "((((",
                "\"",
                "name==\"x",
                "account..name==x",
                "users.password==x",
                "closedOn=during=someday",
                "closedOn=during=last:0d",
                "closedOn=during=last:9999y",
                "closedOn=during=thisDay",
                "closedOn=during=(today,tomorrow)",
                "name=during=today",
                "seats=during=today",
                "lasts=during=today",
                "tags=during=today",
                "account=during=today",
                "id=during=today",
                "about.type=during=today",
            })
    void whatMakesNoSenseIsABadRequest(String filter) {
        assertThrows(InvalidRequest.class, () -> engine.names(SYSTEM, filter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or '1'='1", "x'; drop table TEST_DEAL; --", "x' union select * from CORE_USER --", "\\' or 1=1 --",
                        "?",
                "{fn user()}", "%", "_", "!%", "x\" or \"1\"=\"1"
            })
    void whateverAValueHoldsItIsOnlyAValue(String value) {
        for (String field : List.of("name", "code", "note", "tags", "stage", "account.name", "about.type")) {
            engine.database.statements();
            assertEquals(List.of(), engine.names(SYSTEM, field + "==" + Rsql.quote(value)));
            String text = String.join("\n", engine.database.statements());
            assertTrue(value.length() < 3 || !text.contains(value), text);
        }
        assertEquals(3, engine.records.count(SYSTEM, Query.of(DEALS)));
    }

    @Test
    void anEndlessFilterIsRefusedAtOnce() {
        String many = IntStream.range(0, 101).mapToObj(i -> "seats==" + i).collect(Collectors.joining(","));
        String very = IntStream.range(0, 10_000).mapToObj(i -> "hot==true").collect(Collectors.joining(";"));
        String deep = "(".repeat(5000) + "seats==1" + ")".repeat(5000);
        String wide = "seats=in=("
                + IntStream.range(0, 6000).mapToObj(Integer::toString).collect(Collectors.joining(",")) + ")";
        String longOne = "name==" + "x".repeat(200_000);
        for (String filter : List.of(many, very, deep, wide, longOne)) {
            InvalidRequest refused = assertThrows(InvalidRequest.class, () -> engine.names(SYSTEM, filter));
            assertTrue(refused.getMessage().contains("at most 100 comparisons"), refused.getMessage());
        }
    }

    @Test
    void aValueLongerThanAnyRecordHoldsFindsNothing() {
        String longOne = "x".repeat(50_000);
        for (String field : List.of("name", "code", "note", "email", "stage", "tags", "about.type", "externalId")) {
            for (String form : List.of("%s==%s", "%s==*%s*", "%s==%s*", "%s=in=(%s)")) {
                assertEquals(List.of(), engine.names(SYSTEM, form.formatted(field, longOne)), field + form);
            }
        }
        assertEquals(List.of(), quick(longOne));
    }

    @Test
    void countingGoesNoFurtherThanItIsAsked() {
        assertEquals(3, engine.records.countUpTo(SYSTEM, Query.of(DEALS), 3));
        assertEquals(3, engine.records.countUpTo(SYSTEM, Query.of(DEALS), 2));
        assertEquals(2, engine.records.countUpTo(SYSTEM, Query.of(DEALS), 1));
        assertEquals(1, engine.records.countUpTo(SYSTEM, Query.of(DEALS).where("stage==won"), 10_000));
    }

    @Test
    void manyValuesShareFewStatements() {
        engine.database.statements();
        for (int size : new int[] {5, 6, 7, 8}) {
            List<Integer> ids = IntStream.rangeClosed(1, size).boxed().toList();
            engine.records.count(SYSTEM, Query.of(DEALS).where(Rsql.in("id", ids)));
        }
        assertEquals(1, engine.database.statements().stream().distinct().count());
    }

    @Test
    void quickSearchMeetsBeginningsOfWordsWithoutAccents() {
        assertEquals(List.of("nguyen thi b", "Nguyễn Văn An"), quick("nguyen"));
        assertEquals(List.of("Nguyễn Văn An"), quick("AN nguyễn"));
        assertEquals(List.of(), quick("guyen"));
        assertEquals(List.of(), quick("nguyen%"));
        assertEquals(3, quick("  ").size());
        assertFalse(quick("vă").isEmpty());
    }

    private static List<String> quick(String text) {
        return engine.names(SYSTEM, Query.of(DEALS).matching(text).sortedBy("name"));
    }
}
