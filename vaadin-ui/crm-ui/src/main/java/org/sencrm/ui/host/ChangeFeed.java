package org.sencrm.ui.host;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordListener;
import org.sencrm.api.record.Reference;

/** Lets open pages follow committed changes of records, by push and at most twice a second for each. */
@Component(service = {ChangeFeed.class, RecordListener.class})
public class ChangeFeed implements RecordListener {

    private final Watches watches = new Watches("sen-ui-changes", 500);

    @Override
    public void changed(List<RecordChange> changes) {
        Set<String> topics = changes.stream()
                .flatMap(change -> Stream.of(change.type(), topic(change.type(), change.id())))
                .collect(Collectors.toSet());
        watches.wake(topics::contains);
    }

    void whileAttached(UI ui, com.vaadin.flow.component.Component component, String type, Runnable work) {
        watches.add(ui, component, type, work);
    }

    /** As the one above, of one record only. */
    void whileAttached(UI ui, com.vaadin.flow.component.Component component, Reference record, Runnable work) {
        watches.add(ui, component, topic(record.type(), record.id()), work);
    }

    private static String topic(String type, long id) {
        return type + "/" + id;
    }

    @Deactivate
    void close() {
        watches.close();
    }
}
