package org.sencrm.sales.ui;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;

/**
 * Which opportunities are looked at. The period speaks of the day on which an opportunity was closed or begun, that is
 * engaged, or created where nobody told when it was; what is open is open now.
 *
 * @param pipeline null for any; likewise owner and team
 */
record PipelineFilter(Reference pipeline, Reference owner, Reference team, Period period) {

    /** RSQL for all of them, whatever their state. */
    String all() {
        return join(same("pipeline", pipeline), same("owner", owner), same("team", team));
    }

    String inStages(Collection<Stage> stages) {
        return join(all(), stagesAre(stages));
    }

    String closed(LocalDate today) {
        return join(all(), closedOn(today));
    }

    String closedIn(Collection<Stage> stages, LocalDate today) {
        return join(all(), stagesAre(stages), closedOn(today));
    }

    /** Begun in the period, of all time in this month. */
    String created(LocalDate today, ZoneId zone) {
        Period span = period.isBounded() ? period : Period.MONTH;
        LocalDate start = span.start(today);
        String engaged = "engagedOn=ge=" + Rsql.quote(start.toString());
        String created = "createdAt=ge="
                + Rsql.quote(start.atStartOfDay(zone).toInstant().toString());
        return join(all(), "(" + engaged + ",(engagedOn=isnull=true;" + created + "))");
    }

    private String closedOn(LocalDate today) {
        return period.isBounded()
                ? "closedOn=ge=" + Rsql.quote(period.start(today).toString())
                : "";
    }

    private static String stagesAre(Collection<Stage> stages) {
        String known = Rsql.in(
                "stage",
                stages.stream().map(Stage::code).filter(Objects::nonNull).toList());
        boolean unset = stages.stream().anyMatch(stage -> stage.code() == null);
        return unset ? "(" + known + ",stage=isnull=true)" : known;
    }

    private static String same(String field, Reference record) {
        return record == null ? "" : Rsql.equal(field, record.id());
    }

    private static String join(String... conditions) {
        return Stream.of(conditions).filter(condition -> !condition.isEmpty()).collect(Collectors.joining(";"));
    }
}
