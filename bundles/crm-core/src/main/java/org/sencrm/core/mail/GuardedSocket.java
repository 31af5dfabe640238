package org.sencrm.core.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A socket from which only so much can be read: a server that never stops talking fills no memory. */
final class GuardedSocket extends Socket {

    /** Of all answers to one mail. */
    static final int MOST_BYTES = 256 * 1024;

    private int read;

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int some = super.read(bytes, from, length);
                count(Math.max(0, some));
                return some;
            }
        };
    }

    private void count(int more) throws IOException {
        read += more;
        if (read > MOST_BYTES) {
            throw new IOException("the mail server talks too much");
        }
    }
}
