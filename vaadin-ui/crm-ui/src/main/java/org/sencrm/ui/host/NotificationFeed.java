package org.sencrm.ui.host;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Deactivate;
import org.sencrm.api.talk.NotificationListener;

/** Lets the open pages of a person follow what that person is told, by push. */
@org.osgi.service.component.annotations.Component(service = {NotificationFeed.class, NotificationListener.class})
public class NotificationFeed implements NotificationListener {

    private final Watches watches = new Watches("sen-ui-notifications", 500);

    @Override
    public void notified(Set<Long> users) {
        Set<String> people = users.stream().map(String::valueOf).collect(Collectors.toSet());
        watches.wake(people::contains);
    }

    void whileAttached(UI ui, Component component, long user, Runnable work) {
        watches.add(ui, component, Long.toString(user), work);
    }

    @Deactivate
    void close() {
        watches.close();
    }
}
