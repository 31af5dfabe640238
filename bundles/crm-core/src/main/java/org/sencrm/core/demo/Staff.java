package org.sencrm.core.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sencrm.api.demo.DemoData;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

/** Who works where, as {@link DemoPeople} wrote it. */
final class Staff {

    private final Map<String, RecordData> teams;
    private final Map<Long, RecordData> people;

    Staff(DemoData.Writer writer) {
        teams = writer.written("teams").stream()
                .collect(Collectors.toMap(team -> team.text("name"), Function.identity()));
        people = writer.written("users").stream().collect(Collectors.toMap(RecordData::id, Function.identity()));
    }

    Reference team(Region region) {
        return Reference.to("teams", teams.get(region.team()).id());
    }

    /** User names of the region's people. */
    List<String> names(Region region) {
        RecordData team = teams.get(region.team());
        List<String> names = new ArrayList<>();
        people.values().stream()
                .filter(person -> person.id() == team.reference("manager").id() || belongs(person, team))
                .map(person -> person.text("userName"))
                .sorted()
                .forEach(names::add);
        return names;
    }

    /** User name of the record's owner. */
    String owner(RecordData record) {
        return people.get(record.reference("owner").id()).text("userName");
    }

    private static boolean belongs(RecordData person, RecordData team) {
        Reference own = person.reference("team");
        return own != null && own.id() == team.id();
    }
}
