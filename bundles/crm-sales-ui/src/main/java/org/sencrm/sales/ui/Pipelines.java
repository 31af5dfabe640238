package org.sencrm.sales.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.ui.api.Amounts;
import org.sencrm.ui.api.ScreenContext;

/**
 * Reads the figures of pipelines with the rights of the person at the screen. The pipelines and stages themselves are the
 * module's set-up and are read for everybody. Made on the UI thread, used on any.
 */
final class Pipelines {

    private final Records records;
    private final RecordTypes types;
    private final Caller caller;
    private final String noStage;

    Pipelines(ScreenContext context) {
        records = context.records();
        types = context.types();
        caller = context.caller();
        noStage = context.text("sales.pipeline.noStage");
    }

    /** The pipelines in use; with a single one there is nothing to choose. */
    List<Reference> active() {
        Query query = Query.of("pipelines")
                .where("active==true")
                .sortedBy("createdAt")
                .reading("name");
        return records.list(Caller.system(), query).items().stream()
                .map(pipeline -> new Reference("pipelines", pipeline.id(), pipeline.text("name")))
                .toList();
    }

    /**
     * What a person sees who has chosen nothing: the usual pipeline where there are several, everything otherwise, and the
     * period that the person likes.
     */
    PipelineFilter usual(SalesSettings settings) {
        List<Reference> active = active();
        Reference pipeline = active.stream()
                .filter(candidate -> settings.isUsual(candidate.id()))
                .findFirst()
                .or(() -> active.stream().findFirst())
                .filter(first -> active.size() > 1)
                .orElse(null);
        return new PipelineFilter(pipeline, null, null, settings.period(caller));
    }

    /**
     * In the order of the pipeline.
     *
     * @param pipeline null for the stages of all, each code once
     */
    List<Stage> stages(Reference pipeline) {
        Map<String, String> labels = types.choices(Opportunities.TYPE, Opportunities.STAGE, caller.locale()).stream()
                .collect(Collectors.toMap(Choice::code, Choice::label, (first, second) -> first));
        Query query = Query.of("stages")
                .where(pipeline == null ? "" : Rsql.equal("pipeline", pipeline.id()))
                .sortedBy("position")
                .reading("code", "name", "outcome", "probability")
                .limitedTo(Query.MAX_LIMIT);
        Map<String, Stage> stages = new LinkedHashMap<>();
        records.list(Caller.system(), query)
                .items()
                .forEach(stage -> stages.putIfAbsent(stage.text("code"), stage(stage, labels)));
        return List.copyOf(stages.values());
    }

    /** RSQL for the opportunities in the stages of all pipelines that have one of these outcomes. */
    String in(Stage.Outcome... outcomes) {
        return in(stages(null), outcomes);
    }

    /** As {@link #in(Stage.Outcome...)}, of these stages. */
    static String in(List<Stage> stages, Stage.Outcome... outcomes) {
        List<Stage.Outcome> wanted = List.of(outcomes);
        List<String> codes = stages.stream()
                .filter(stage -> wanted.contains(stage.outcome()))
                .map(Stage::code)
                .distinct()
                .toList();
        return Rsql.in(Opportunities.STAGE, codes);
    }

    PipelineReading read(PipelineFilter filter) {
        return new PipelineReading(filter, figures(filter), total(created(filter)), company(filter));
    }

    /** RSQL for what was created in the period of the filter. */
    String created(PipelineFilter filter) {
        return filter.created(today(), caller.zone());
    }

    private PipelineFigures figures(PipelineFilter filter) {
        List<Stage> stages = stages(setUp(filter));
        Map<String, Summary.Group> now = byStage(filter.all());
        Map<String, Summary.Group> closed = filter.period().isBounded() ? byStage(filter.closed(today())) : now;
        List<StageFigures> figures = new ArrayList<>();
        for (Stage stage : stages) {
            boolean open = stage.outcome() == Stage.Outcome.OPEN;
            figures.add(figures(stage, (open ? now : closed).get(stage.code())));
            now.remove(stage.code());
        }
        now.values().stream()
                .filter(group -> group.totals().count() > 0)
                .map(group -> figures(Stage.outside(group.key(), labelOf(group)), group))
                .forEach(figures::add);
        return new PipelineFigures(figures);
    }

    /**
     * What all opportunities come to by stage, whoever may open them; empty where the person is not told, and where some of
     * them are looked at, as company totals know no filter.
     */
    private Optional<Summary> company(PipelineFilter filter) {
        try {
            return filter.all().isEmpty()
                    ? records.companyTotals(caller, Opportunities.TYPE, Opportunities.STAGE, Opportunities.MEASURES)
                    : Optional.empty();
        } catch (Fault unreadable) {
            // one's own figures stand without it
            return Optional.empty();
        }
    }

    /** Number and sum of the opportunities that an RSQL filter finds. */
    Summary.Totals total(String filter) {
        return records.summarize(caller, new SummaryQuery(Opportunities.TYPE, null, Opportunities.MEASURES, filter, ""))
                .total();
    }

    LocalDate today() {
        return LocalDate.now(caller.zone());
    }

    /** The pipeline whose probabilities count: the one looked at, else the only one in use. */
    private Reference setUp(PipelineFilter filter) {
        if (filter.pipeline() != null) {
            return filter.pipeline();
        }
        List<Reference> active = active();
        return active.size() == 1 ? active.get(0) : null;
    }

    /** Groups by code of the stage; the key is null for none. */
    private Map<String, Summary.Group> byStage(String filter) {
        SummaryQuery query =
                new SummaryQuery(Opportunities.TYPE, Opportunities.STAGE, Opportunities.MEASURES, filter, "");
        Map<String, Summary.Group> groups = new HashMap<>();
        records.summarize(caller, query).groups().forEach(group -> groups.put(group.key(), group));
        return groups;
    }

    private String labelOf(Summary.Group group) {
        return group.label().isEmpty() ? noStage : group.label();
    }

    private static Stage stage(RecordData stage, Map<String, String> labels) {
        String code = stage.text("code");
        BigDecimal probability = (BigDecimal) stage.get("probability");
        return new Stage(
                code,
                labels.getOrDefault(code, stage.text("name")),
                Stage.Outcome.of(stage.text("outcome")),
                probability == null ? BigDecimal.ZERO : probability);
    }

    private static StageFigures figures(Stage stage, Summary.Group group) {
        return group == null
                ? new StageFigures(stage, 0, Amounts.NONE)
                : new StageFigures(stage, group.totals().count(), Amounts.of(group.totals(), Opportunities.SUM));
    }
}
