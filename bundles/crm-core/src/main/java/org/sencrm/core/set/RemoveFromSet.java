package org.sencrm.core.set;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.Records;
import org.sencrm.api.text.Messages;
import org.sencrm.core.store.Database;

/** Takes records out of a static set. */
@Component(
        service = RecordAction.class,
        property = {RecordAction.TYPE + "=sets", RecordAction.NAME + "=remove"})
public final class RemoveFromSet extends MemberChange {

    @Activate
    public RemoveFromSet(
            @Reference Database database,
            @Reference Records records,
            @Reference Jobs jobs,
            @Reference Messages messages) {
        super(database, records, jobs, messages);
    }

    @Override
    int change(SetMembers of, long set, List<Long> ids) {
        return of.remove(set, ids);
    }
}
