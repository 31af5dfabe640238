package org.sencrm.rest.web;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.servlet.AsyncContext;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sencrm.api.access.Caller;
import org.sencrm.rest.http.Call;
import org.sencrm.rest.http.Gate;
import org.sencrm.rest.http.SecurityHeaders;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.problem.ProblemKind;
import org.sencrm.rest.problem.Problems;
import org.sencrm.rest.problem.Refusal;

/**
 * {@code GET /api/v1/modules/events}: server-sent events of modules that come, change and go. Nobody who listens
 * holds a thread; one looks for all of them.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("crm-module-events")
@HttpWhiteboardServletPattern("/api/v1/modules/events")
@HttpWhiteboardServletAsyncSupported
public class ModuleEventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int MOST_LISTENERS = 50;
    private static final int MOST_OF_ONE_USER = 5;

    private final transient Services services;
    private final transient Gate gate;
    private final transient Queue<ModuleListener> listeners = new ConcurrentLinkedQueue<>();
    private final transient ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "crm-module-events");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ModuleEventsServlet(@Reference Services services) {
        this.services = services;
        this.gate = new Gate(services);
        looker.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.forData(response);
        try {
            Call call = gate.admit(request);
            call.attachTo(request);
            listen(call.signedIn(), request, response);
        } catch (RuntimeException refused) {
            String about = request.getMethod() + " " + request.getRequestURI();
            Problems.of(refused, about, Call.localeOf(request)).send(response);
        }
    }

    private void listen(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ModuleListener listener = new ModuleListener(services, caller, gate.stillOpen(request));
        // one after the other, so that many at once are no more than the limit
        synchronized (listeners) {
            long own = listeners.stream().filter(one -> one.isOf(caller)).count();
            if (own >= MOST_OF_ONE_USER || listeners.size() >= MOST_LISTENERS) {
                throw new Refusal(ProblemKind.UNAVAILABLE, "rest.tooManyListeners");
            }
            response.setContentType("text/event-stream;charset=UTF-8");
            AsyncContext line = request.startAsync();
            line.setTimeout(0);
            response.flushBuffer();
            listener.on(line);
            listeners.add(listener);
        }
    }

    private void look() {
        listeners.removeIf(listener -> !listener.look());
    }

    @Deactivate
    public void stop() {
        looker.shutdownNow();
        listeners.forEach(ModuleListener::end);
        listeners.clear();
    }
}
