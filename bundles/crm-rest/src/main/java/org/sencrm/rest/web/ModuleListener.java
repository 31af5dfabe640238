package org.sencrm.rest.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.servlet.AsyncContext;
import org.sencrm.api.access.Caller;
import org.sencrm.api.module.Modules;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.Json;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.problem.Refusal;
import org.sencrm.rest.resource.ModuleJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One who listens to what happens to modules, with the rights that this one has at each moment. Used by one thread after
 * the line is open.
 */
final class ModuleListener {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleListener.class);

    /** A line on which nothing is said for long is cut by those in between. */
    private static final long SAY_SOMETHING = TimeUnit.SECONDS.toNanos(15);

    /** After this the one who listens has to come back with a token that is still good. */
    private static final long LONGEST = TimeUnit.HOURS.toNanos(1);

    private final Services services;
    private final Caller caller;
    private final BooleanSupplier open;
    private final long begun = System.nanoTime();
    private Map<String, Modules.Module> known;
    private AsyncContext line;
    private long said = begun;

    /**
     * Throws the fault of one who may not see modules.
     *
     * @param open whether that by which the caller came in still lets in
     */
    ModuleListener(Services services, Caller caller, BooleanSupplier open) {
        this.services = services;
        this.caller = caller;
        this.open = open;
        this.known = present();
    }

    void on(AsyncContext opened) {
        line = opened;
    }

    boolean isOf(Caller one) {
        return caller.userId() == one.userId();
    }

    /** Tells what changed since it looked last; false where the line is closed for good. */
    boolean look() {
        try {
            if (System.nanoTime() - begun > LONGEST || !open.getAsBoolean()) {
                end();
                return false;
            }
            tellChanges(present());
            if (System.nanoTime() - said > SAY_SOMETHING) {
                send(": listening\n\n".getBytes(StandardCharsets.US_ASCII));
            }
            return true;
        } catch (Refusal partIsAway) {
            return true;
        } catch (IOException | RuntimeException goneOrNotAllowedAnyMore) {
            LOG.debug("A listener to module events goes", goneOrNotAllowedAnyMore);
            end();
            return false;
        }
    }

    void end() {
        try {
            line.complete();
        } catch (IllegalStateException endedByTheServer) {
            LOG.debug("The line of a listener was closed already", endedByTheServer);
        }
    }

    private Map<String, Modules.Module> present() {
        List<Modules.Module> modules = services.modules().list(caller);
        return modules.stream().collect(Collectors.toMap(Modules.Module::id, Function.identity()));
    }

    private void tellChanges(Map<String, Modules.Module> present) throws IOException {
        Map<String, Modules.Module> before = new HashMap<>(known);
        known = present;
        for (Modules.Module module : present.values()) {
            if (!module.equals(before.remove(module.id()))) {
                tell("module", out -> ModuleJson.write(out, module));
            }
        }
        for (Modules.Module gone : before.values()) {
            tell("gone", out -> ModuleJson.write(out, gone));
        }
    }

    private void tell(String event, JsonBody data) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write(("event: " + event + "\ndata: ").getBytes(StandardCharsets.US_ASCII));
        try (JsonGenerator out = Json.generator(text)) {
            data.write(out);
        }
        text.write("\n\n".getBytes(StandardCharsets.US_ASCII));
        send(text.toByteArray());
    }

    private void send(byte[] bytes) throws IOException {
        OutputStream out = line.getResponse().getOutputStream();
        out.write(bytes);
        out.flush();
        said = System.nanoTime();
    }
}
