package org.sencrm.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.setting.Settings;

/**
 * The rules of an opportunity: its stage decides pipeline, probability and closing day unless they are given. Whoever loses
 * one says why, on the screen and through REST alike. An import tells the past, so it is neither asked for a reason of loss
 * nor given a closing day that its file does not have.
 */
@Component(property = RecordHook.TYPE + "=opportunities")
public class OpportunityHook implements RecordHook {

    private static final int LONGEST_NAME = 200;
    /** Setting of the company: id of the pipeline in which opportunities start. */
    private static final String USUAL_PIPELINE = "sales.pipeline";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Stages stages;
    private final Records records;
    private final Settings settings;
    private final Clock clock;

    @Activate
    public OpportunityHook(
            @org.osgi.service.component.annotations.Reference Stages stages,
            @org.osgi.service.component.annotations.Reference Records records,
            @org.osgi.service.component.annotations.Reference Settings settings) {
        this(stages, records, settings, Clock.systemUTC());
    }

    OpportunityHook(Stages stages, Records records, Settings settings, Clock clock) {
        this.stages = stages;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void beforeSave(Draft draft) {
        nameIt(draft);
        chooseStage(draft);
        stages.find((String) draft.get("stage")).ifPresent(stage -> followStage(draft, stage));
        Drafts.checkAmount(draft, "amount");
        Drafts.checkPercent(draft, "probability");
        weigh(draft);
    }

    private void nameIt(Draft draft) {
        if (Drafts.isEmpty(draft, "name")) {
            String name = Stream.of(label(draft, "product"), label(draft, "account"))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(" · "));
            draft.set("name", name.isEmpty() ? draft.get("externalId") : shortened(name));
        }
    }

    /** What people read of a referenced record; empty where nothing is referenced or the caller may not see it. */
    private Optional<String> label(Draft draft, String field) {
        Reference reference = (Reference) draft.get(field);
        if (reference == null || reference.label() != null) {
            return Optional.ofNullable(reference).map(Reference::label);
        }
        try {
            RecordData record = records.get(draft.caller(), reference.type(), reference.id());
            return Optional.ofNullable(record.text("name"));
        } catch (NotFound unseen) {
            return Optional.empty();
        }
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** A stage that is missing, or that the pipeline just chosen does not have, becomes the pipeline's first. */
    private void chooseStage(Draft draft) {
        Reference pipeline = (Reference) draft.get("pipeline");
        Long pipelineId = pipeline == null ? null : pipeline.id();
        String code = (String) draft.get("stage");
        boolean left = pipelineId != null
                && draft.changed("pipeline")
                && !draft.changed("stage")
                && stages.find(code)
                        .filter(stage -> stage.pipeline() == pipelineId)
                        .isEmpty();
        if (code == null || left) {
            first(pipelineId).ifPresent(first -> draft.set("stage", first.code()));
        }
    }

    /** Where the draft says no pipeline it is the company's usual one, as long as that is in use. */
    private Optional<StageFacts> first(Long pipeline) {
        if (pipeline != null) {
            return stages.first(pipeline);
        }
        String usual = settings.get(USUAL_PIPELINE, "");
        return stages.all().stream()
                .filter(stage -> stage.pipelineActive() && !stage.isClosed())
                .filter(stage -> String.valueOf(stage.pipeline()).equals(usual))
                .findFirst()
                .or(() -> stages.first(null));
    }

    private void followStage(Draft draft, StageFacts stage) {
        followPipeline(draft, stage);
        boolean moved = draft.changed("stage");
        if (draft.get("probability") == null || moved && !draft.changed("probability")) {
            draft.set("probability", stage.probability());
        }
        if (moved) {
            draft.set("stageSince", since(draft, stage));
            followOutcome(draft, stage);
        }
    }

    /** The day that tells when it entered the stage, where one is given with the move; else now. Never in the future. */
    private Instant since(Draft draft, StageFacts stage) {
        Instant now = now(draft);
        String told = stage.isClosed() ? "closedOn" : "engagedOn";
        if (!draft.changed(told) || !(draft.get(told) instanceof LocalDate day)) {
            return now;
        }
        ZoneId zone = draft.caller().zone();
        return day.isBefore(LocalDate.ofInstant(now, zone))
                ? day.atStartOfDay(zone).toInstant()
                : now;
    }

    /** When this is being saved: a new record says so itself, as it may tell of the past. */
    private Instant now(Draft draft) {
        return draft.isNew() && draft.get("createdAt") instanceof Instant created ? created : clock.instant();
    }

    private void followPipeline(Draft draft, StageFacts stage) {
        Reference pipeline = (Reference) draft.get("pipeline");
        if (pipeline != null && pipeline.id() == stage.pipeline()) {
            return;
        }
        if (pipeline != null && draft.changed("pipeline")) {
            draft.refuse("stage", "opportunities.stage.otherPipeline");
        } else {
            draft.set("pipeline", Reference.to("pipelines", stage.pipeline()));
        }
    }

    private void followOutcome(Draft draft, StageFacts stage) {
        String channel = draft.caller().through();
        if (!draft.changed("closedOn")) {
            if (!stage.isClosed()) {
                draft.set("closedOn", null);
            } else if (!channel.equals("import")) {
                draft.set(
                        "closedOn",
                        LocalDate.ofInstant(now(draft), draft.caller().zone()));
            }
        }
        boolean lost = stage.outcome() == StageFacts.Outcome.LOST;
        if (lost && !channel.equals("import") && Drafts.isEmpty(draft, "lostReason")) {
            draft.refuse("lostReason", "opportunities.lostReason.required");
            askWhoAndWhy(draft);
        }
    }

    /** Asked along with the reason, as the moment is right; whoever gives the reason alone is not asked again. */
    private static void askWhoAndWhy(Draft draft) {
        if (draft.get("competitor") == null) {
            draft.refuse("competitor", "opportunities.competitor.asked");
        }
        if (draft.get("decisionFactors") == null) {
            draft.refuse("decisionFactors", "opportunities.decisionFactors.asked");
        }
    }

    private static void weigh(Draft draft) {
        Money amount = (Money) draft.get("amount");
        BigDecimal probability = (BigDecimal) draft.get("probability");
        Money weighted = amount == null || probability == null
                ? null
                : new Money(
                        amount.amount().multiply(probability).divide(HUNDRED, 4, RoundingMode.HALF_EVEN),
                        amount.currency());
        if (!isSame(weighted, (Money) draft.get("weightedAmount"))) {
            draft.set("weightedAmount", weighted);
        }
    }

    /** Regardless of trailing zeros, so that a save that changes nothing stays one. */
    private static boolean isSame(Money one, Money other) {
        return one == null || other == null
                ? one == other
                : one.currency().equals(other.currency()) && one.amount().compareTo(other.amount()) == 0;
    }
}
