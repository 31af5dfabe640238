package org.sencrm.ui.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.TypeSamples;

class FilterTest {

    private final RecordType type = TypeSamples.deals();
    private final RecordType accounts = TypeSamples.type(
            "accounts", null, TypeSamples.field("name", FieldKind.TEXT), TypeSamples.field("sector", FieldKind.CHOICE));

    private Filter parse(String rsql) {
        return Filter.parse(rsql, new FieldPaths(new TypeSamples().with(type), type));
    }

    private Condition only(String rsql) {
        Filter filter = parse(rsql);
        assertEquals(1, filter.parts().size());
        return filter.parts().get(0).condition();
    }

    @Test
    void eachComparisonIsWrittenWithItsValueInQuotes() {
        assertEquals("name==\"*Hải Đăng*\"", rsql("name", Operator.CONTAINS, "Hải Đăng"));
        assertEquals("name==\"GTX*\"", rsql("name", Operator.BEGINS, "GTX"));
        assertEquals("amount=ge=\"1000\"", rsql("amount", Operator.AT_LEAST, "1000"));
        assertEquals("stage=in=(\"Won\",\"Lost\")", rsql("stage", Operator.ANY_OF, "Won", "Lost"));
        assertEquals("stage=out=(\"Lost\")", rsql("stage", Operator.NONE_OF, "Lost"));
        assertEquals("closedOn=isnull=true", rsql("closedOn", Operator.EMPTY));
    }

    private static String rsql(String field, Operator operator, String... values) {
        return new Condition(field, operator, List.of(values)).rsql();
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void whatIsWrittenIsReadBackTheSame(Operator operator) {
        String field = switch (operator) {
            case ANY_OF, NONE_OF -> "stage";
            case MORE, AT_LEAST, LESS, AT_MOST -> "amount";
            case DURING -> "closedOn";
            default -> "name";
        };
        List<String> values = switch (operator) {
            case ANY_OF, NONE_OF -> List.of("a,b", "(c)");
            default -> operator.takesValue() ? List.of("5 \"x\" \\ * ; , ( )") : List.of();
        };
        Condition condition = new Condition(field, operator, values);
        assertEquals(condition, only(condition.rsql()));
    }

    @Test
    void typedSyntaxStaysAValue() {
        Condition condition = new Condition("name", Operator.EQUALS, List.of("x\";id==1,name==\"y"));
        Filter filter = parse(condition.rsql());
        assertEquals(1, filter.parts().size());
        assertEquals(condition, filter.parts().get(0).condition());
    }

    @Test
    void filtersThatPeopleWriteByHandBecomeChips() {
        Filter filter = parse("stage==Won;amount>1000;(name==*gtx*)");
        assertEquals(
                List.of(
                        new Condition("stage", Operator.ANY_OF, List.of("Won")),
                        new Condition("amount", Operator.MORE, List.of("1000")),
                        new Condition("name", Operator.CONTAINS, List.of("gtx"))),
                filter.parts().stream().map(Filter.Part::condition).toList());
    }

    @Test
    void whatIsNoSingleComparisonIsKeptAsItIs() {
        assertNull(only("stage==Won,amount=gt=5"));
        assertNull(only("account.name==*x*"));
        assertNull(only("unknown==1"));
        Filter filter = parse("(stage==Won,amount=gt=5);name==A");
        assertEquals("(stage==Won,amount=gt=5);name==\"A\"", rewritten(filter));
    }

    /** Every comparison written anew, the rest untouched. */
    private static String rewritten(Filter filter) {
        Filter built = filter;
        for (int i = 0; i < filter.parts().size(); i++) {
            Condition condition = filter.parts().get(i).condition();
            if (condition != null) {
                built = built.replaced(i, condition);
            }
        }
        return built.rsql();
    }

    @Test
    void partsAreAddedChangedAndTakenAway() {
        Filter filter = parse("stage==Won").with(new Condition("name", Operator.CONTAINS, List.of("a")));
        assertEquals(2, filter.parts().size());
        assertEquals("name==\"*a*\"", filter.without(0).rsql());
        assertTrue(filter.without(0).without(0).isEmpty());
        assertEquals("", parse("").rsql());
    }

    @Test
    void alternativesStayTogetherWhenAPartIsAdded() {
        Filter filter = parse("stage==Won,stage==Lost").with(new Condition("name", Operator.EQUALS, List.of("a")));
        assertEquals("(stage==Won,stage==Lost);name==\"a\"", filter.rsql());
    }

    @Test
    void fieldsOfReferencedRecordsAreNamedByTheirPath() {
        FieldPaths fields = new FieldPaths(new TypeSamples().with(type).with(accounts), type);
        Filter filter = Filter.parse("account.sector==retail;account.gone==1;account.owner.name==x", fields);
        assertEquals(
                new Condition("account.sector", Operator.ANY_OF, List.of("retail")),
                filter.parts().get(0).condition());
        assertNull(filter.parts().get(1).condition());
        assertNull(filter.parts().get(2).condition());
    }

    @Test
    void groupsAreTakenApartTwoDeep() {
        Filter.Group both = parse("stage==Won;(amount=gt=5,closedOn=during=thisQuarter)")
                .parts()
                .get(1)
                .group();
        assertEquals(false, both.all());
        assertEquals(
                new Condition("closedOn", Operator.DURING, List.of("thisQuarter")),
                both.parts().get(1).condition());
        Filter either = parse("(stage==Won;amount=gt=5),name==A");
        assertEquals(1, either.parts().size());
        assertEquals(2, either.group().parts().get(0).group().parts().size());
    }

    @Test
    void groupsOfTheSameKindAreOne() {
        assertEquals(3, parse("(stage==Won;amount=gt=5);name==A").parts().size());
        assertEquals(
                3, parse("stage==Won,(amount=gt=5,name==A)").group().parts().size());
    }

    @Test
    void whatLiesDeeperStaysAsItWasWritten() {
        String deep = "stage==Won;(amount=gt=5,(name==A;(name==B,name==C)))";
        Filter.Part deepest = parse(deep).parts().get(1).group().parts().get(1);
        assertNull(deepest.condition());
        assertNull(deepest.group());
        assertEquals("name==A;(name==B,name==C)", deepest.rsql());
        assertEquals(deep, parse(deep).rsql());
    }

    @Test
    void aGroupBuiltAnewSaysTheSame() {
        Filter.Group group = parse("name==A,(stage==Won;amount=gt=5)").group();
        assertEquals(
                parse("name==A,(stage==Won;amount=gt=5)").rsql(),
                Filter.of(group).rsql());
        assertEquals(
                "stage==Won",
                Filter.of(new Filter.Group(false, parse("stage==Won").parts())).rsql());
        assertEquals("", Filter.of(new Filter.Group(false, List.of())).rsql());
    }

    @Test
    void aFilterLongerThanPeopleMakeIsOnePart() {
        String endless = String.join(";", Collections.nCopies(10_000, "stage==Won"));
        assertEquals(1, parse(endless).parts().size());
        assertEquals(endless, parse(endless).rsql());
    }
}
