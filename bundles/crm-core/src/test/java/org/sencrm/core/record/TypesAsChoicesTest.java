package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;
import static org.sencrm.core.record.TestEngine.line;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.core.extension.Contribution;

/** Where the options of a field are record types, people find those that they may know of. */
class TypesAsChoicesTest {

    private static TestEngine engine;
    private static Caller dealer;

    @BeforeAll
    static void start() {
        engine = new TestEngine();
        ChoiceSource types =
                locale -> List.of(new Choice("accounts", "Accounts", "neutral"), new Choice(DEALS, "Deals", "neutral"));
        engine.extensions.choices().add(Contribution.of(types, Map.of(ChoiceSource.FIELD, DEALS + ".stage")));
        RecordData user = engine.user("dealer", null, engine.role("deals", line(DEALS, "all", List.of(), "read")));
        dealer = as(user);
    }

    @AfterAll
    static void stop() throws Exception {
        engine.close();
    }

    @Test
    void theGroupsOfATotalNameNoTypeThatTheCallerMayNotRead() {
        assertEquals(List.of("Accounts", "Deals"), groups(SYSTEM));
        assertEquals(List.of("Deals"), groups(dealer));
    }

    private static List<String> groups(Caller caller) {
        SummaryQuery query = new SummaryQuery(DEALS, "stage", List.of("count"), "", "");
        return engine.records.summarize(caller, query).groups().stream()
                .map(Summary.Group::label)
                .toList();
    }
}
