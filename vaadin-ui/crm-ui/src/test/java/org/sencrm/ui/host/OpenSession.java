package org.sencrm.ui.host;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinSession;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;

/** A session of one tab that is always locked by whoever asks. */
final class OpenSession extends VaadinSession {

    private static final long serialVersionUID = 1L;

    private final Tab tab = new Tab();
    private boolean closed;

    OpenSession() {
        super(null);
    }

    boolean isClosed() {
        return closed;
    }

    /** Where the tab was sent; null for nowhere. */
    String location() {
        return tab.location;
    }

    @Override
    public boolean hasLock() {
        return true;
    }

    @Override
    public void checkHasLock() {
        // always
    }

    @Override
    public void lock() {
        // always
    }

    @Override
    public void unlock() {
        // never
    }

    @Override
    public Future<Void> access(Command command) {
        command.execute();
        return null;
    }

    @Override
    public Collection<UI> getUIs() {
        return List.of(tab);
    }

    @Override
    public void close() {
        closed = true;
    }

    private static final class Tab extends UI {

        private static final long serialVersionUID = 1L;

        private String location;

        @Override
        public Page getPage() {
            return new Page(this) {

                private static final long serialVersionUID = 1L;

                @Override
                public void setLocation(String uri) {
                    location = uri;
                }
            };
        }
    }
}
