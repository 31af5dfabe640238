package org.sencrm.singlesignon;

import com.unboundid.ldap.sdk.NameResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/** Gives the library the line that the product has made, once: it looks up no name and connects to nothing by itself. */
final class DialledLine extends SocketFactory {

    private final Socket line;
    private boolean given;

    DialledLine(Socket line) {
        this.line = line;
    }

    /** Knows the address of the line, whatever name is asked for. */
    NameResolver names(InetAddress address) {
        return new NameResolver() {
            @Override
            public InetAddress getByName(String host) {
                return address;
            }

            @Override
            public InetAddress[] getAllByName(String host) {
                return new InetAddress[] {address};
            }

            @Override
            public String getHostName(InetAddress other) {
                return other.getHostAddress();
            }

            @Override
            public String getCanonicalHostName(InetAddress other) {
                return other.getHostAddress();
            }

            @Override
            public void toString(StringBuilder text) {
                text.append("DialledLine");
            }
        };
    }

    @Override
    public synchronized Socket createSocket(InetAddress host, int port) throws IOException {
        if (given) {
            throw new SocketException("there is one line only");
        }
        given = true;
        return line;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket((InetAddress) null, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }
}
