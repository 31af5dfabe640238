package @package@;

import java.time.LocalDate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;

/** A new one is open and not due in the past; the day on which it was done is noted. */
@Component(property = RecordHook.TYPE + "=@type@")
public class @Class@Hook implements RecordHook {

    @Override
    public void beforeSave(Draft draft) {
        LocalDate today = LocalDate.now(draft.caller().zone());
        if (draft.get("status") == null) {
            draft.set("status", "open");
        }
        if (draft.isNew() && draft.get("dueOn") instanceof LocalDate due && due.isBefore(today)) {
            draft.refuse("dueOn", "@type@.inThePast");
        }
        if (draft.changed("status")) {
            draft.set("doneOn", "done".equals(draft.get("status")) ? today : null);
        }
    }
}
