package org.sencrm.modules.pack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream that has to be read within a time, however slowly it drips; after it the source is closed and reading fails. */
final class Timed extends FilterInputStream {

    private static final Logger LOG = LoggerFactory.getLogger(Timed.class);

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile boolean isOver;

    Timed(InputStream in, Duration patience) {
        super(in);
        end.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).thenRun(this::giveUp);
    }

    /** Whoever waits for the next byte wakes up. */
    private void giveUp() {
        isOver = true;
        try {
            in.close();
        } catch (IOException e) {
            LOG.debug("A source that was too slow did not close", e);
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        check();
        return read;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        check();
        return read;
    }

    private void check() throws IOException {
        if (isOver) {
            throw new IOException("the answer took too long");
        }
    }

    @Override
    public void close() throws IOException {
        end.cancel(false);
        super.close();
    }
}
