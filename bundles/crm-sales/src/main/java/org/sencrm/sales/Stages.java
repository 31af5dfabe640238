package org.sencrm.sales;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordListener;
import org.sencrm.api.record.Records;

/** The stages of all pipelines, in memory: every list, board and save asks for them. Thread safe. */
@Component(service = {Stages.class, RecordListener.class})
public class Stages implements RecordListener {

    private static final Set<String> TYPES = Set.of("stages", "pipelines");
    private static final Comparator<StageFacts> ORDER =
            Comparator.comparingLong(StageFacts::pipeline).thenComparingInt(StageFacts::position);

    private final Records records;

    /** Null until asked for, and again after a stage or pipeline changed. */
    private volatile List<StageFacts> known;

    @Activate
    public Stages(@Reference Records records) {
        this.records = records;
    }

    /** All stages by pipeline and position; empty while the module is on its way in or out. */
    List<StageFacts> all() {
        List<StageFacts> stages = known;
        return stages == null ? load() : stages;
    }

    /** The stage of this code, which may be null. One that was made a moment ago is found too. */
    Optional<StageFacts> find(String code) {
        if (code == null) {
            return Optional.empty();
        }
        Optional<StageFacts> found = in(all(), code);
        return found.isPresent() ? found : in(load(), code);
    }

    /** The first open stage of the pipeline; of the first active pipeline where none is given. */
    Optional<StageFacts> first(Long pipeline) {
        return all().stream()
                .filter(stage -> pipeline == null ? stage.pipelineActive() : stage.pipeline() == pipeline)
                .filter(stage -> !stage.isClosed())
                .findFirst();
    }

    @Override
    public void changed(List<RecordChange> changes) {
        if (changes.stream().anyMatch(change -> TYPES.contains(change.type()))) {
            known = null;
        }
    }

    private static Optional<StageFacts> in(List<StageFacts> stages, String code) {
        return stages.stream().filter(stage -> stage.code().equals(code)).findFirst();
    }

    private List<StageFacts> load() {
        try {
            Set<Long> active = new HashSet<>();
            records.all(
                            Caller.system(),
                            Query.of("pipelines").where("active==true").reading("id"))
                    .forEach(row -> active.add(row.id()));
            List<StageFacts> stages = records.all(Caller.system(), Query.of("stages"))
                    .map(row -> facts(row, active))
                    .sorted(ORDER)
                    .toList();
            known = stages;
            return stages;
        } catch (NotFound typesNotThereYet) {
            return List.of();
        }
    }

    private static StageFacts facts(RecordData row, Set<Long> active) {
        long pipeline = row.reference("pipeline").id();
        return new StageFacts(
                row.text("code"),
                row.text("name"),
                pipeline,
                active.contains(pipeline),
                (BigDecimal) row.get("probability"),
                ((BigDecimal) row.get("position")).intValue(),
                StageFacts.Outcome.valueOf(row.text("outcome").toUpperCase(Locale.ROOT)));
    }
}
