package org.sencrm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The session of one person with one open tab, which asks what a browser asks and draws nothing. */
final class Screen {

    private static final Pattern MARK = Pattern.compile("name=\"mark\"[^>]*value=\"([^\"]+)\"");
    /** What the framework guards its answers with, so that no other page reads them as a script. */
    private static final String GUARD = "for(;;);";

    private static final int UI_NODE = 1;

    private final HttpClient http;
    private final String address;
    private String cookie = "";

    /** @param address of the screens, without a slash at the end */
    Screen(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    /** Through the page without scripts, which begins the same session. */
    void signIn(String user, String password) throws Exception {
        String page = text(request("/light").build());
        Matcher mark = MARK.matcher(page);
        if (!mark.find()) {
            throw new IOException("the page to sign in has no form: " + page);
        }
        text(request("/light")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("do=signin&mark=" + encode(mark.group(1)) + "&user=" + encode(user)
                        + "&password=" + encode(password)))
                .build());
    }

    /**
     * Opens a view in a new tab.
     *
     * @param part something that the answer has when the view is there
     * @return milliseconds from the moment in which the page connects until its parts and rows have come
     */
    double open(String view, String part) throws Exception {
        JsonNode begun = Product.JSON.readTree(
                text(request("/?v-r=init&location=" + encode(view) + "&query=").build()));
        JsonNode configuration = begun.path("appConfig");
        ObjectNode call = Product.JSON.createObjectNode();
        call.put("csrfToken", configuration.at("/uidl/Vaadin-Security-Key").asText());
        call.put("syncId", configuration.at("/uidl/syncId").asInt());
        call.put("clientId", configuration.at("/uidl/clientId").asInt());
        ArrayNode calls = call.putArray("rpc");
        ObjectNode connect = calls.addObject();
        connect.put("type", "publishedEventHandler");
        connect.put("node", UI_NODE);
        connect.put("templateEventMethodName", "connectClient");
        connect.putArray("templateEventMethodArgs")
                .add("flow-container-bench")
                .add("bench")
                .add(view)
                .add("")
                .add("")
                .addNull();
        connect.put("promise", 0);
        HttpRequest request = request(
                        "/?v-r=uidl&v-uiId=" + configuration.path("v-uiId").asInt())
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(Product.JSON.writeValueAsString(call)))
                .build();
        long start = System.nanoTime();
        String answer = text(request);
        double millis = (System.nanoTime() - start) / 1e6;
        String inside = answer.startsWith(GUARD) ? answer.substring(GUARD.length()) : answer;
        if (!inside.contains(part)) {
            throw new IOException(view + " did not open: " + inside);
        }
        return millis;
    }

    /** The cookie is one for safe connections alone, as browsers take this machine's own address to be. */
    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", cookie);
    }

    private String text(HttpRequest request) throws Exception {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException(request.uri() + ": " + answer.statusCode());
        }
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        return answer.body();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
