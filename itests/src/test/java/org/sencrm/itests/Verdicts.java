package org.sencrm.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Sends requests and judges the answers: whether they tell of a mark, let somebody in, or show that something broke. */
final class Verdicts {

    private static final Set<Integer> DENIED = Set.of(401, 403, 404);
    private static final long STREAM_MILLIS = 300;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Product product;
    private final String base;
    private final Marks marks;
    private final Map<Visitor, Set<String>> seen = new ConcurrentHashMap<>();
    private final AtomicLong answers = new AtomicLong();

    Verdicts(Product product, Marks marks) {
        this.product = product;
        this.base = "http://127.0.0.1:" + product.port() + "/api/v1";
        this.marks = marks;
    }

    /** What is wrong with the answer that the visitor gets; nothing where all is well. */
    List<String> of(Visitor visitor, Trial trial) throws Exception {
        Answer answer = answer(visitor, trial);
        answers.incrementAndGet();
        List<String> wrong = new ArrayList<>();
        if (answer.status >= 500) {
            String reference =
                    Api.JSON.readTree(answer.body()).path("reference").asText("none");
            wrong.add("broke: " + answer + "\n" + product.logged(reference));
        }
        Set<String> found = marks.found(answer.text);
        seen.computeIfAbsent(visitor, key -> ConcurrentHashMap.newKeySet()).addAll(found);
        for (String mark : found) {
            if (!trial.said().contains(mark) && !visitor.sees().test(marks.subject(mark))) {
                wrong.add("told of " + marks.subject(mark) + ": " + Marks.around(answer.text, mark));
            }
        }
        boolean open = trial.operation().isOpen();
        if (!open && trial.isHiddenFrom(visitor) && !DENIED.contains(answer.status)) {
            wrong.add("was not refused: " + answer);
        }
        if (!open && answer.status < 300 && asksForHidden(visitor, trial) && tellsOfSomething(answer)) {
            wrong.add("found what is hidden: " + answer);
        }
        return wrong.stream().map(what -> visitor + ", " + trial + ", " + what).toList();
    }

    /** Status of the answer alone. */
    int status(Visitor visitor, Trial trial) throws Exception {
        return answer(visitor, trial).status;
    }

    private boolean asksForHidden(Visitor visitor, Trial trial) {
        return !trial.said().isEmpty()
                && trial.said().stream().map(marks::subject).noneMatch(visitor.sees());
    }

    /** Whether a list, a search or a total found something. */
    private static boolean tellsOfSomething(Answer answer) throws IOException {
        if (!answer.text.stripLeading().startsWith("{")) {
            return false;
        }
        JsonNode json = Api.JSON.readTree(answer.body());
        return json.path("items").size() > 0
                || json.path("total").asLong() > 0
                || json.at("/total/count").asLong() > 0;
    }

    private Answer answer(Visitor visitor, Trial trial) throws Exception {
        if (trial.operation().isStream()) {
            HttpResponse<InputStream> response = http.send(trial.of(visitor, base), BodyHandlers.ofInputStream());
            try (InputStream line = response.body()) {
                return new Answer(response, response.statusCode() == 200 ? begun(line) : line.readAllBytes());
            }
        }
        HttpResponse<byte[]> response = http.send(trial.of(visitor, base), BodyHandlers.ofByteArray());
        return new Answer(response, response.body());
    }

    private static byte[] begun(InputStream line) throws Exception {
        Thread.sleep(STREAM_MILLIS);
        return line.readNBytes(line.available());
    }

    /** All marks that came to this one. */
    Set<String> seenBy(Visitor visitor) {
        return new HashSet<>(seen.getOrDefault(visitor, Set.of()));
    }

    long answers() {
        return answers.get();
    }

    /** Status, and all that can be read in headers and body, be the body packed or not. */
    private static final class Answer {

        private static final int MOST_SHOWN = 300;

        private final int status;
        private final String body;
        private final String text;

        Answer(HttpResponse<?> response, byte[] bytes) throws IOException {
            status = response.statusCode();
            body = Readable.text(bytes);
            text = response.headers().map().isEmpty()
                    ? body
                    : body + response.headers().map();
        }

        String body() {
            return body;
        }

        @Override
        public String toString() {
            return status + " " + body.substring(0, Math.min(MOST_SHOWN, body.length()));
        }
    }
}
