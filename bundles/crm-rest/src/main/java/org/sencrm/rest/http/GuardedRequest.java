package org.sencrm.rest.http;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.sencrm.rest.problem.ProblemKind;
import org.sencrm.rest.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request as the JAX-RS runtime may see it: with a body of bounded size, and without headers that steer the runtime
 * itself (one would have it answer before anything is done).
 */
public final class GuardedRequest extends HttpServletRequestWrapper {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedRequest.class);

    private static final Set<String> STEERING = Set.of("onewayrequest", "x-http-method-override");

    /** In bytes. */
    private static final long SKIMMED = 50_000_000;

    private final long limit;
    private ServletInputStream body;

    /**
     * @param limit of the body in bytes
     * @throws Refusal where the request itself says that it is larger
     */
    public GuardedRequest(HttpServletRequest request, long limit) {
        super(request);
        this.limit = limit;
        if (request.getContentLengthLong() > limit) {
            throw tooLarge();
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new BoundedBody(super.getInputStream());
        }
        return body;
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(name -> STEERING.contains(name.toLowerCase(Locale.ROOT)));
        return Collections.enumeration(names);
    }

    /** What does not say what it is counts as JSON, the only thing that nearly every address takes. */
    @Override
    public String getContentType() {
        String type = super.getContentType();
        return type == null ? "application/json" : type;
    }

    /**
     * A client that is cut off while it sends never reads why; so a bounded part of the rest is taken in and thrown away.
     */
    private Refusal tooLarge() {
        try {
            super.getInputStream().skipNBytes(SKIMMED);
        } catch (IOException | RuntimeException atItsEnd) {
            LOG.debug("A body that is too large ended", atItsEnd);
        }
        return new Refusal(ProblemKind.TOO_LARGE, "rest.tooLarge", limit / 1_000_000);
    }

    /** Once it failed it is at its end: the runtime reads what is left before it answers, and would fail once more. */
    private final class BoundedBody extends ServletInputStream {

        private final ServletInputStream in;
        private long read;
        private boolean over;

        BoundedBody(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (over) {
                return -1;
            }
            over = true;
            int some = readSome(buffer, offset, length);
            read += Math.max(0, some);
            if (read > limit) {
                throw tooLarge();
            }
            over = false;
            return some;
        }

        /** The server throws something of its own where the chunks of a body make no sense. */
        private int readSome(byte[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (RuntimeException malformed) {
                throw Refusal.badRequest("rest.cutShort");
            }
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
