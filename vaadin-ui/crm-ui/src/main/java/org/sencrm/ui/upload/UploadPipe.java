package org.sencrm.ui.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;

/**
 * Carries a file from the request that brings it to the one who reads it, without keeping it in between. Closing it means
 * nothing, since Vaadin closes it also when a transfer broke off: the reader sees the end only after {@link #finish}, and
 * an error after {@link #breakOff}. Bytes beyond the limit, and those nobody reads any more, are dropped.
 */
final class UploadPipe extends OutputStream {

    private static final int BUFFER = 1 << 16;

    private final long limit;
    private final PipedOutputStream pipe = new PipedOutputStream();
    private final PipedInputStream end = new PipedInputStream(BUFFER);
    private long size;
    private volatile boolean broken;
    private volatile boolean unread;

    /** @param limit most bytes that may pass */
    UploadPipe(long limit) {
        this.limit = limit;
        try {
            end.connect(pipe);
        } catch (IOException impossible) {
            throw new IllegalStateException("a new pipe was connected already", impossible);
        }
    }

    /** Where the file comes out; to be read by another thread and closed there. */
    InputStream content() {
        return new Content();
    }

    boolean isTooLarge() {
        return size > limit;
    }

    /** Whether the file will never be whole. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        size += length;
        if (isTooLarge()) {
            breakOff();
        }
        if (broken || unread) {
            return;
        }
        try {
            pipe.write(bytes, offset, length);
        } catch (IOException readerLeft) {
            unread = true;
        }
    }

    @Override
    public void close() {
        // whether the file is whole is known only at finish or breakOff
    }

    /** The whole file has come. */
    void finish() {
        try {
            pipe.close();
        } catch (IOException readerLeft) {
            unread = true;
        }
    }

    /** The rest will not come, or is not wanted. */
    void breakOff() {
        broken = true;
        finish();
    }

    private final class Content extends FilterInputStream {

        Content() {
            super(end);
        }

        @Override
        public int read() throws IOException {
            return whole(super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return whole(super.read(bytes, offset, length));
        }

        private int whole(int read) throws IOException {
            if (read < 0 && broken) {
                throw new IOException("the transfer broke off");
            }
            return read;
        }
    }
}
