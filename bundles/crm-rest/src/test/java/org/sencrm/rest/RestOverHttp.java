package org.sencrm.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.sencrm.rest.web.ContributedChecks;
import org.sencrm.rest.web.DocsServlet;
import org.sencrm.rest.web.FallbackServlet;
import org.sencrm.rest.web.HealthServlet;
import org.sencrm.rest.web.ModuleEventsServlet;

/** The REST door on a real line: our servlet and the JAX-RS runtime behind it in a small web server on loopback. */
final class RestOverHttp implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    final FakeCrm crm = new FakeCrm();
    final RestRuntime runtime = new RestRuntime();
    final ContributedChecks checks = new ContributedChecks();
    final HealthServlet health = new HealthServlet(crm, checks);
    private final ModuleEventsServlet events = new ModuleEventsServlet(crm);
    private final Server server = new Server();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    RestOverHttp() throws Exception {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new RestServlet(runtime, crm)), "/api/*");
        context.addServlet(new ServletHolder(new DocsServlet()), "/api/docs/*");
        context.addServlet(new ServletHolder(events), "/api/v1/modules/events");
        context.addServlet(new ServletHolder(new FallbackServlet()), "/");
        context.addServlet(new ServletHolder(health), "/health");
        StatisticsHandler letFinish = new StatisticsHandler();
        letFinish.setHandler(context);
        server.setHandler(letFinish);
        server.setStopTimeout(2_000);
        server.start();
        base = "http://127.0.0.1:" + connector.getLocalPort();
    }

    /** A request by Anna. */
    HttpRequest.Builder anna(String path) {
        return open(path).header("Authorization", "Bearer " + FakeCrm.TOKEN);
    }

    /** Scheme, host and port. */
    String address() {
        return base;
    }

    /** A request by nobody. */
    HttpRequest.Builder open(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    Answer get(String path) throws Exception {
        return send(anna(path));
    }

    Answer post(String path, String json) throws Exception {
        return send("POST", path, json);
    }

    Answer send(String method, String path, String json) throws Exception {
        return send(anna(path).header("Content-Type", "application/json").method(method, body(json)));
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    Answer patch(String path, String ifMatch, String json) throws Exception {
        HttpRequest.Builder request = anna(path).header("Content-Type", "application/merge-patch+json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(request.method("PATCH", body(json)));
    }

    HttpResponse<InputStream> stream(String path) throws Exception {
        return stream(anna(path));
    }

    HttpResponse<InputStream> stream(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    static HttpRequest.BodyPublisher body(String text) {
        return HttpRequest.BodyPublishers.ofString(text);
    }

    @Override
    public void close() throws Exception {
        events.stop();
        server.stop();
        runtime.close();
    }

    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String text() {
            return response.body();
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + response.body(), e);
            }
        }

        /** The last word of the problem's type. */
        String problem() {
            String type = json().path("type").asText();
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }
}
