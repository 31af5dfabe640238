package org.sencrm.modules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Fetches by the Java client: https alone, no redirects, ten seconds to the first byte and a limit for all of them. */
public final class HttpsFetch implements Fetch {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client;

    public HttpsFetch() {
        this(HttpClient.newBuilder());
    }

    HttpsFetch(HttpClient.Builder client) {
        this.client = client.followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
    }

    @Override
    public InputStream open(URI address, Duration patience) throws IOException {
        if (!"https".equals(address.getScheme()) || address.getHost() == null) {
            throw new IOException("no https address");
        }
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                answer.body().close();
                throw new IOException("answer " + answer.statusCode());
            }
            return new Timed(answer.body(), patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
