package org.sencrm.rest;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.endpoint.Server;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sencrm.api.access.ClientAddress;
import org.sencrm.api.access.ClientCertificate;
import org.sencrm.rest.access.ExplanationResource;
import org.sencrm.rest.access.SharesResource;
import org.sencrm.rest.audit.AuditResource;
import org.sencrm.rest.configuration.ConfigurationResource;
import org.sencrm.rest.duplicate.DuplicatesResource;
import org.sencrm.rest.duplicate.MergeResource;
import org.sencrm.rest.http.Call;
import org.sencrm.rest.http.Gate;
import org.sencrm.rest.http.GuardedRequest;
import org.sencrm.rest.http.KnownParameters;
import org.sencrm.rest.http.SecurityHeaders;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.openapi.OpenApiResource;
import org.sencrm.rest.problem.LineBroken;
import org.sencrm.rest.problem.Problems;
import org.sencrm.rest.problem.Refusal;
import org.sencrm.rest.resource.AutomationOffersResource;
import org.sencrm.rest.resource.AutomationRunsResource;
import org.sencrm.rest.resource.BulkResource;
import org.sencrm.rest.resource.CustomTypesResource;
import org.sencrm.rest.resource.ExportResource;
import org.sencrm.rest.resource.FactorsResource;
import org.sencrm.rest.resource.FieldsResource;
import org.sencrm.rest.resource.FilesResource;
import org.sencrm.rest.resource.ImportsResource;
import org.sencrm.rest.resource.JobsResource;
import org.sencrm.rest.resource.LayoutsResource;
import org.sencrm.rest.resource.MeResource;
import org.sencrm.rest.resource.ModulesResource;
import org.sencrm.rest.resource.OutboundSettingsResource;
import org.sencrm.rest.resource.PasswordResource;
import org.sencrm.rest.resource.PoliciesResource;
import org.sencrm.rest.resource.RecordResource;
import org.sencrm.rest.resource.RecordsResource;
import org.sencrm.rest.resource.RulesResource;
import org.sencrm.rest.resource.SchedulesResource;
import org.sencrm.rest.resource.SearchResource;
import org.sencrm.rest.resource.SessionsResource;
import org.sencrm.rest.resource.SignInsResource;
import org.sencrm.rest.resource.StoryResource;
import org.sencrm.rest.resource.SummaryResource;
import org.sencrm.rest.resource.TokensResource;
import org.sencrm.rest.resource.TypesResource;
import org.sencrm.rest.resource.WebhookDeliveriesResource;
import org.sencrm.rest.resource.WebhookTestResource;
import org.sencrm.rest.talk.CommentResource;
import org.sencrm.rest.talk.CommentsResource;
import org.sencrm.rest.talk.FollowersResource;
import org.sencrm.rest.talk.NotificationsResource;

/** The door of REST: nobody passes without the gate, whatever lies behind. Serves everything under {@code /api}. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("crm-rest")
@HttpWhiteboardServletPattern("/api/*")
@HttpWhiteboardServletAsyncSupported
public class RestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Of a body in bytes; imports bring files, whose own limit is the importer's. */
    private static final long BODY_LIMIT = 10_000_000;

    private static final long FILE_LIMIT = 1_000_000_000;

    /** What a form with a file holds beside the file, in bytes. */
    private static final long FORM_LIMIT = 20_000;

    /** Longer than the slowest machine takes to start. */
    private static final long START_SECONDS = 30;

    private final transient RestRuntime runtime;
    private final transient Services services;
    private final transient Gate gate;
    private transient CompletableFuture<Servlet> started;
    private transient Server server;

    @Activate
    public RestServlet(@Reference RestRuntime runtime, @Reference Services services) {
        this.runtime = runtime;
        this.services = services;
        this.gate = new Gate(services);
    }

    /**
     * Makes the resources ready on a thread of its own: the web server takes in one servlet after the other, and the
     * screens need not wait for this one. Requests that come before wait.
     */
    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        started = new CompletableFuture<>();
        Thread starter = new Thread(() -> start(config), "crm-rest-start");
        starter.setDaemon(true);
        starter.start();
    }

    private void start(ServletConfig config) {
        try {
            Servlet servlet = runtime.servlet();
            servlet.init(config);
            server = runtime.serve("/", resources(services), List.of(new KnownParameters()));
            started.complete(servlet);
        } catch (ServletException | RuntimeException failed) {
            started.completeExceptionally(failed);
        }
    }

    static List<Object> resources(Services services) {
        return List.of(
                new TokensResource(services),
                new PasswordResource(services),
                new SessionsResource(services),
                new SignInsResource(services),
                new AuditResource(services),
                new MeResource(services),
                new FactorsResource(services),
                new PoliciesResource(services),
                new TypesResource(services),
                new SearchResource(services),
                new ImportsResource(services),
                new FilesResource(services),
                new JobsResource(services),
                new SchedulesResource(services),
                new AutomationOffersResource(services),
                new AutomationRunsResource(services),
                new ModulesResource(services),
                new CustomTypesResource(services),
                new ConfigurationResource(services),
                new FieldsResource(services),
                new RulesResource(services),
                new LayoutsResource(services),
                new RecordsResource(services),
                new RecordResource(services),
                new StoryResource(services),
                new BulkResource(services),
                new SummaryResource(services),
                new ExportResource(services),
                new DuplicatesResource(services),
                new MergeResource(services),
                new CommentsResource(services),
                new CommentResource(services),
                new FollowersResource(services),
                new SharesResource(services),
                new ExplanationResource(services),
                new NotificationsResource(services),
                new WebhookDeliveriesResource(services),
                new WebhookTestResource(services),
                new OutboundSettingsResource(services),
                new OpenApiResource(services));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.forData(response);
        try {
            Call call = gate.admit(request);
            call.attachTo(request);
            ClientCertificate shown =
                    ClientCertificate.of(request.getRemoteAddr(), request::getAttribute, request::getHeaders);
            try (ClientAddress.Serving address = ClientAddress.serving(call.address());
                    ClientAddress.Serving certificate = ClientCertificate.serving(shown)) {
                started().service(new GuardedRequest(request, limit(request)), response);
            }
        } catch (RuntimeException refused) {
            send(refused, request, response);
        } catch (ServletException failed) {
            Throwable cause = failed.getCause();
            send(cause instanceof IOException broken ? new LineBroken(broken) : failed, request, response);
        }
    }

    private static void send(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String about = request.getMethod() + " " + request.getRequestURI();
        Problems.of(thrown, about, Call.localeOf(request)).send(response);
    }

    private long limit(HttpServletRequest request) {
        return switch (request.getMethod() + " " + request.getPathInfo()) {
            case "POST /v1/imports" -> FILE_LIMIT;
            case "POST /v1/files" -> services.files().largest() + FORM_LIMIT;
            default -> BODY_LIMIT;
        };
    }

    private Servlet started() {
        try {
            return started.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("REST did not start", failed.getCause());
        } catch (TimeoutException tooSlow) {
            throw Refusal.unavailable();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable();
        }
    }

    @Override
    public void destroy() {
        started.thenAccept(servlet -> {
            server.destroy();
            servlet.destroy();
        });
        super.destroy();
    }
}
