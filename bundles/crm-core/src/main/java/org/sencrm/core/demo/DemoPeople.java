package org.sencrm.core.demo;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.demo.DemoData;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;

/** The firm's three teams and eight people. Nobody can sign in as one of them until an administrator sets a password. */
@Component(property = "service.ranking:Integer=1000")
public final class DemoPeople implements DemoData {

    private static final String HOST = "senhong.example";
    private static final String MANAGER = "Sales manager";
    private static final String SELLER = "Salesperson";

    /** The first of each team leads it. */
    private static final Map<Region, List<String>> STAFF = new EnumMap<>(Map.of(
            Region.NORTH, List.of("Trần Quốc Bình", "Nguyễn Thị Thu Hà", "Phạm Minh Đức"),
            Region.CENTRE, List.of("Lê Thị Phương Thảo", "Hoàng Văn Tùng"),
            Region.SOUTH, List.of("Nguyễn Thành An", "Võ Ngọc Lan", "Đặng Hữu Phước")));

    private final Function<String, List<Reference>> roles;

    @Activate
    public DemoPeople(@org.osgi.service.component.annotations.Reference Records records) {
        this(name -> roles(records, name));
    }

    /** @param roles the roles of a name */
    DemoPeople(Function<String, List<Reference>> roles) {
        this.roles = roles;
    }

    @Override
    public void fill(Writer writer) {
        People people = new People(new Chance(writer.random()));
        STAFF.forEach((region, names) -> fillTeam(writer, people, region, names));
    }

    /** The firm's first day: three years ago, before anything else that the demonstration data tells of. */
    static LocalDate firstDay(Writer writer) {
        return writer.today().minusYears(3);
    }

    /** The leader comes before the team, and belongs to it by leading it. */
    private void fillTeam(Writer writer, People people, Region region, List<String> names) {
        LocalDate day = firstDay(writer);
        RecordData leader = writer.create(null, "users", day, person(people, names.get(0), MANAGER));
        RecordData team = writer.create(
                null, "teams", day, Map.of("name", region.team(), "manager", Reference.to("users", leader.id())));
        for (String name : names.subList(1, names.size())) {
            Map<String, Object> values = person(people, name, SELLER);
            values.put("team", Reference.to("teams", team.id()));
            writer.create(null, "users", day, values);
        }
    }

    private Map<String, Object> person(People people, String name, String role) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("email", People.email(name, HOST));
        values.put("phone", people.phone());
        values.put("kind", "staff");
        values.put("roles", roles.apply(role));
        return values;
    }

    /** The role of this name; none where an administrator has taken it away. */
    private static List<Reference> roles(Records records, String name) {
        Query query = Query.of("roles")
                .where(Rsql.equal("name", name))
                .reading("name")
                .limitedTo(1);
        return records.list(Caller.system(), query).items().stream()
                .map(role -> Reference.to("roles", role.id()))
                .toList();
    }
}
