package org.sencrm.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.record.TestEngine;

/**
 * A user in the making: rights are added, then {@link #caller} stores the user with a role that has exactly these.
 *
 * <pre>{@code
 * Caller seller = crm.user("Lan")
 *         .may("visits", Right.READ, Right.CREATE)
 *         .mayOwn("visits", Right.UPDATE)
 *         .hidden("accounts", "annualRevenue")
 *         .caller();
 * }</pre>
 */
public final class TestUser {

    private final TestEngine engine;
    private final String name;
    private final List<Map<String, Object>> lines = new ArrayList<>();
    private RecordData team;

    TestUser(TestEngine engine, String name) {
        this.engine = engine;
        this.name = name;
    }

    /** Rights for all records of a type; {@code *} for all types. */
    public TestUser may(String type, Right... rights) {
        return line(type, "all", List.of(), rights);
    }

    /** Rights for the records that the user owns. */
    public TestUser mayOwn(String type, Right... rights) {
        return line(type, "own", List.of(), rights);
    }

    /** Rights for the records of the user's team. */
    public TestUser mayTeam(String type, Right... rights) {
        return line(type, "team", List.of(), rights);
    }

    /** The right to read all records of a type, but not these fields of them. */
    public TestUser hidden(String type, String... fields) {
        return line(type, "all", Arrays.asList(fields), Right.READ);
    }

    /** Puts the user into a team, which is made. */
    public TestUser in(String teamName) {
        team = engine.team(teamName, null, null);
        return this;
    }

    private TestUser line(String type, String scope, List<String> denied, Right... rights) {
        lines.add(TestEngine.line(
                type, scope, denied, Arrays.stream(rights).map(Right::code).toArray(String[]::new)));
        return this;
    }

    /** Stores user and role; call it once. Speaks English, works in Vietnam: {@link Caller#speaking} gives another. */
    public Caller caller() {
        RecordData role = engine.role("Role of " + name, lines.toArray(Map<?, ?>[]::new));
        return TestEngine.as(engine.user(name, team, role));
    }
}
