package org.sencrm.ui.host;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordListener;

/** Lets open pages follow committed changes of records, by push and at most twice a second for each. */
@Component(service = {ChangeFeed.class, RecordListener.class})
public class ChangeFeed implements RecordListener {

    private final Watches watches = new Watches("sen-ui-changes", 500);

    @Override
    public void changed(List<RecordChange> changes) {
        Set<String> types = changes.stream().map(RecordChange::type).collect(Collectors.toSet());
        watches.wake(types::contains);
    }

    void whileAttached(UI ui, com.vaadin.flow.component.Component component, String type, Runnable work) {
        watches.add(ui, component, type, work);
    }

    @Deactivate
    void close() {
        watches.close();
    }
}
