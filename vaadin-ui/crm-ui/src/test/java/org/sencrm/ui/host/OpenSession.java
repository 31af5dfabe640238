package org.sencrm.ui.host;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinSession;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** A session of one tab that is always locked by whoever asks. */
final class OpenSession extends VaadinSession {

    private static final long serialVersionUID = 1L;

    private final UI tab = new UI();
    private boolean closed;

    OpenSession() {
        super(null);
    }

    boolean isClosed() {
        return closed;
    }

    /** What the browser is told to run. */
    String toldTheTab() {
        List<PendingJavaScriptInvocation> told = tab.getInternals().dumpPendingJavaScriptInvocations();
        return told.stream()
                .map(invocation -> invocation.getInvocation().getExpression()
                        + invocation.getInvocation().getParameters())
                .collect(Collectors.joining());
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
}
