package org.sencrm.sales;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;

/** The rules of a pipeline: it is active unless said otherwise and stays while it has stages or opportunities. */
@Component(property = RecordHook.TYPE + "=pipelines")
public class PipelineHook implements RecordHook {

    private final Records records;

    @Activate
    public PipelineHook(@Reference Records records) {
        this.records = records;
    }

    @Override
    public void beforeSave(Draft draft) {
        Drafts.fill(draft, "active", () -> true);
    }

    @Override
    public void beforeDelete(Draft draft) {
        if (has("stages", draft.id()) || has("opportunities", draft.id())) {
            draft.refuse(null, "pipelines.used");
        }
    }

    private boolean has(String type, long pipeline) {
        Query ofPipeline = Query.of(type).where(Rsql.equal("pipeline", pipeline));
        return !records.list(Caller.system(), ofPipeline.reading("id").limitedTo(1))
                .items()
                .isEmpty();
    }
}
