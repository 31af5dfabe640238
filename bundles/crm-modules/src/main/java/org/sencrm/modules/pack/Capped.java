package org.sencrm.modules.pack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with a fault where more comes than is allowed. */
final class Capped extends FilterInputStream {

    private long left;

    Capped(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int letter = super.read();
        return letter < 0 ? letter : (int) counted(letter, 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        return count < 0 ? count : (int) counted(count, count);
    }

    private long counted(long answer, long count) throws IOException {
        left -= count;
        if (left < 0) {
            throw new IOException("more than is allowed");
        }
        return answer;
    }
}
