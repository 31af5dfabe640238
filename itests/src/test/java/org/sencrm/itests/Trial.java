package org.sencrm.itests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One request that is sent in the name of each visitor.
 *
 * @param address with its query
 * @param body null for none
 * @param about what it leads to
 * @param said marks that it holds itself, so that the answer may name them
 */
record Trial(
        Operation operation,
        String address,
        String body,
        String mediaType,
        List<String> headers,
        List<Subject> about,
        Set<String> said) {

    HttpRequest of(Visitor visitor, String base) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + address)).timeout(Duration.ofSeconds(60));
        visitor.identify(request);
        if (body != null) {
            request.header("Content-Type", mediaType);
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request.method(
                        operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    /** Whether it leads to something that this one may not know of. */
    boolean isHiddenFrom(Visitor visitor) {
        return !about.stream().allMatch(visitor.sees());
    }

    @Override
    public String toString() {
        return operation.method() + " " + address;
    }
}
