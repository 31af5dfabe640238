package org.sencrm.core.set;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.text.Messages;
import org.sencrm.core.store.Database;

/** Puts records into a static set. */
@Component(property = {RecordAction.TYPE + "=sets", RecordAction.NAME + "=add"})
public final class AddToSet implements RecordAction {

    private final MemberChange change;
    private final SetMembers members;

    @Activate
    public AddToSet(@Reference Database database, @Reference Records records, @Reference Messages messages) {
        this.change = new MemberChange(records, messages);
        this.members = new SetMembers(database);
    }

    /** Not as a button of the set: whom it concerns is chosen in a list. */
    @Override
    public boolean offered(Caller caller, RecordData record) {
        return false;
    }

    @Override
    public boolean needsInput() {
        return true;
    }

    @Override
    public Object run(Caller caller, RecordData record, Map<String, Object> input) {
        return change.run(caller, record, input, ids -> members.add(record.id(), ids));
    }
}
