package org.sencrm.rest.http;

import java.io.IOException;
import java.io.OutputStream;
import org.sencrm.rest.problem.LineBroken;

/** The line to the one who asked. Tells a line that broke from every other kind of failure while writing. */
public final class AnswerStream extends OutputStream {

    private final OutputStream line;

    public AnswerStream(OutputStream line) {
        this.line = line;
    }

    @Override
    public void write(int b) {
        try {
            line.write(b);
        } catch (IOException gone) {
            throw new LineBroken(gone);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            line.write(bytes, offset, length);
        } catch (IOException gone) {
            throw new LineBroken(gone);
        }
    }

    @Override
    public void flush() {
        try {
            line.flush();
        } catch (IOException gone) {
            throw new LineBroken(gone);
        }
    }

    /** Leaves the line open: the server closes it. */
    @Override
    public void close() {
        flush();
    }
}
