package org.sencrm.sales;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;

/** The rules of a stage: opportunities hold its code, so neither goes while an opportunity is in it. */
@Component(property = RecordHook.TYPE + "=stages")
public class StageHook implements RecordHook {

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private final Stages stages;
    private final Records records;

    @Activate
    public StageHook(
            @org.osgi.service.component.annotations.Reference Stages stages,
            @org.osgi.service.component.annotations.Reference Records records) {
        this.stages = stages;
        this.records = records;
    }

    @Override
    public void beforeSave(Draft draft) {
        Drafts.fill(draft, "outcome", () -> "open");
        Drafts.fill(draft, "probability", () -> usualProbability((String) draft.get("outcome")));
        Drafts.fill(draft, "position", () -> nextPosition((Reference) draft.get("pipeline")));
        Drafts.checkPercent(draft, "probability");
        checkCode(draft);
    }

    @Override
    public void beforeDelete(Draft draft) {
        if (isUsed((String) draft.get("code"))) {
            draft.refuse(null, "stages.used");
        }
    }

    private static BigDecimal usualProbability(String outcome) {
        return switch (outcome) {
            case "won" -> BigDecimal.valueOf(100);
            case "lost" -> BigDecimal.ZERO;
            default -> BigDecimal.valueOf(50);
        };
    }

    /** Behind the last stage of the pipeline. */
    private BigDecimal nextPosition(Reference pipeline) {
        int last = stages.all().stream()
                .filter(stage -> pipeline != null && stage.pipeline() == pipeline.id())
                .mapToInt(StageFacts::position)
                .max()
                .orElse(0);
        return BigDecimal.valueOf(last + 1);
    }

    private void checkCode(Draft draft) {
        String code = (String) draft.get("code");
        if (code != null && !CODE.matcher(code).matches()) {
            draft.refuse("code", "stages.code.format");
        }
        if (!draft.isNew() && draft.changed("code") && isUsed((String) draft.old("code"))) {
            draft.refuse("code", "stages.used");
        }
    }

    private boolean isUsed(String code) {
        Query inStage = Query.of("opportunities").where(Rsql.equal("stage", code));
        return !records.list(Caller.system(), inStage.reading("id").limitedTo(1))
                .items()
                .isEmpty();
    }
}
