package org.sencrm.rest.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sencrm.api.access.Caller;
import org.sencrm.api.health.HealthCheck.State;
import org.sencrm.api.module.Modules;
import org.sencrm.rest.http.SecurityHeaders;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.Json;
import org.sencrm.rest.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /health}: whether the product works, for a proxy, a launcher or a watcher that nobody has to sign in. Names
 * the parts and nothing of their inside. An answer is good for a second, so that asking often costs nothing; that it is
 * down for a tenth of that, so that a start or a recovery shows at once.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("crm-health")
@HttpWhiteboardServletPattern("/health")
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(HealthServlet.class);

    private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(1);
    private static final long DOWN_FOR = TimeUnit.MILLISECONDS.toNanos(100);

    private final transient Services services;
    private final transient DatabaseCheck database = new DatabaseCheck();
    private final transient DiskCheck disk = new DiskCheck(new File(System.getProperty("sencrm.home", ".")));
    private final transient ContributedChecks others;
    private final transient AtomicReference<DataSource> source = new AtomicReference<>();

    private transient Health last;
    private long asked;

    @Activate
    public HealthServlet(@Reference Services services, @Reference ContributedChecks others) {
        this.services = services;
        this.others = others;
    }

    @Reference(
            target = "(dataSourceName=crm)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "forget")
    public void use(DataSource added) {
        source.set(added);
    }

    void forget(DataSource removed) {
        source.compareAndSet(removed, null);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Health health = health();
        SecurityHeaders.forData(response);
        response.setStatus(
                health.overall() == State.DOWN
                        ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                        : HttpServletResponse.SC_OK);
        response.setContentType("application/json");
        try (JsonGenerator out = Json.generator(response.getOutputStream())) {
            health.write(out);
        }
    }

    private synchronized Health health() {
        if (last == null || System.nanoTime() - asked > (last.overall() == State.DOWN ? DOWN_FOR : GOOD_FOR)) {
            last = look();
            asked = System.nanoTime();
        }
        return last;
    }

    private Health look() {
        Map<String, State> checks = new LinkedHashMap<>();
        checks.put("rest", isThere(services::records) && isThere(services::signIn) ? State.UP : State.DOWN);
        checks.put("database", database.state(source.get()));
        checks.put("modules", modules());
        checks.put("search", isThere(services::search) ? State.UP : State.DEGRADED);
        checks.put("disk", disk.state());
        others.tell(checks);
        return new Health(checks);
    }

    private static boolean isThere(Supplier<?> service) {
        try {
            return service.get() != null;
        } catch (Refusal away) {
            return false;
        }
    }

    private State modules() {
        try {
            boolean failed = services.modules().list(Caller.system()).stream()
                    .map(Modules.Module::state)
                    .anyMatch(state -> state == Modules.State.FAILED || state == Modules.State.QUARANTINED);
            return failed ? State.DEGRADED : State.UP;
        } catch (RuntimeException cannotTell) {
            LOG.debug("The modules cannot be listed", cannotTell);
            return State.DEGRADED;
        }
    }

    @Deactivate
    void stop() {
        database.close();
    }
}
