package org.sencrm.core.webhook;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.sencrm.core.value.Json;

/** A web server that takes in webhooks. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private volatile int status = 200;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
        messages.add(new Message(exchange.getRequestHeaders(), new String(body, StandardCharsets.UTF_8)));
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    void answerWith(int next) {
        status = next;
    }

    Message next() throws InterruptedException {
        Message message = messages.poll(10, TimeUnit.SECONDS);
        assertNotNull(message, "nothing came");
        return message;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Message(Headers headers, String body) {

        String header(String name) {
            return headers.getFirst(name);
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> json() {
            return (Map<String, Object>) Json.read(body);
        }

        Object get(String member) {
            return json().get(member);
        }

        Map<?, ?> recordSent() {
            return (Map<?, ?>) get("record");
        }
    }
}
