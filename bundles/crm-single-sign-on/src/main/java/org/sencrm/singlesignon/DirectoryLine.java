package org.sencrm.singlesignon;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocket;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbound.OutboundFailure;

/**
 * A secured line to the directory, over a connection that the product has made and checked. Each answer has to come within
 * five seconds, and all of them within eight, the dialling included: whoever calls a module waits for ten at most. Referrals
 * are not followed.
 */
final class DirectoryLine implements AutoCloseable {

    private static final Duration EACH = Duration.ofSeconds(5);
    private static final Duration ALL = Duration.ofSeconds(8);

    /** Once for looking up the name, and once for the usual single address. */
    private static final Duration DIALLING = ALL.dividedBy(2);

    private static final int LARGEST_ANSWER = 1_000_000;

    private final LDAPConnection connection;
    private final Future<?> end;

    private DirectoryLine(LDAPConnection connection, Future<?> end) {
        this.connection = connection;
        this.end = end;
    }

    static DirectoryLine open(Outbound outbound, DirectorySettings directory, OwnThreads threads)
            throws OutsideProblem {
        CheckedTls tls = new CheckedTls(directory.certificates());
        long begun = System.nanoTime();
        Socket socket = connect(outbound, directory);
        // where nothing is left it is closed at once
        Duration left = ALL.minusNanos(System.nanoTime() - begun);
        Future<?> end = threads.after(left, () -> closeQuietly(socket));
        boolean opened = false;
        try {
            DirectoryLine line = new DirectoryLine(secured(directory, tls, socket), end);
            opened = true;
            return line;
        } catch (IOException e) {
            throw new OutsideProblem("single-sign-on.problem.notSecure", "no common TLS with the directory", e);
        } catch (LDAPException e) {
            throw problem(e);
        } finally {
            if (!opened) {
                end.cancel(false);
                closeQuietly(socket);
            }
        }
    }

    private static Socket connect(Outbound outbound, DirectorySettings directory) throws OutsideProblem {
        try {
            Socket socket = outbound.connect(directory.host(), directory.port(), DIALLING);
            socket.setSoTimeout(Math.toIntExact(EACH.toMillis()));
            return socket;
        } catch (OutboundFailure e) {
            throw new OutsideProblem("outbound." + e.reason().code(), e.getMessage(), e);
        } catch (IOException e) {
            throw new OutsideProblem("outbound.broken", "the line broke at once", e);
        }
    }

    private static LDAPConnection secured(DirectorySettings directory, CheckedTls tls, Socket socket)
            throws IOException, LDAPException {
        Socket line = socket;
        if (!directory.startTls()) {
            line = tls.createSocket(socket, directory.host(), directory.port(), true);
            ((SSLSocket) line).startHandshake();
        }
        DialledLine dialled = new DialledLine(line);
        LDAPConnection connection = new LDAPConnection(dialled, options(dialled.names(socket.getInetAddress())));
        connection.connect(directory.host(), directory.port(), Math.toIntExact(EACH.toMillis()));
        if (directory.startTls()) {
            ExtendedResult answer = connection.processExtendedOperation(new StartTLSExtendedRequest(tls));
            if (answer.getResultCode() != ResultCode.SUCCESS) {
                throw new LDAPException(ResultCode.CONNECT_ERROR, "the directory offers no StartTLS");
            }
        }
        return connection;
    }

    private static LDAPConnectionOptions options(com.unboundid.ldap.sdk.NameResolver names) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setNameResolver(names);
        options.setUseSynchronousMode(true);
        options.setFollowReferrals(false);
        options.setBindWithDNRequiresPassword(true);
        options.setConnectTimeoutMillis(Math.toIntExact(EACH.toMillis()));
        options.setResponseTimeoutMillis(EACH.toMillis());
        options.setMaxMessageSize(LARGEST_ANSWER);
        options.setUseKeepAlive(false);
        return options;
    }

    LDAPConnection connection() {
        return connection;
    }

    /** What keeps the directory from being asked, in words for logs and people. */
    static OutsideProblem problem(LDAPException e) {
        ResultCode code = e.getResultCode();
        String problem;
        if (code == ResultCode.TIMEOUT) {
            problem = "tooSlow";
        } else if (code == ResultCode.NO_SUCH_OBJECT || code == ResultCode.INVALID_DN_SYNTAX) {
            problem = "base";
        } else if (code == ResultCode.FILTER_ERROR) {
            problem = "filter";
        } else if (isAboutTls(e)) {
            problem = "notSecure";
        } else if (e.getResultCode().isConnectionUsable()) {
            problem = "refused";
        } else {
            problem = "broken";
        }
        return new OutsideProblem("single-sign-on.problem." + problem, "the directory answers " + code, e);
    }

    private static boolean isAboutTls(LDAPException e) {
        return e.getCause() instanceof javax.net.ssl.SSLException || e.getResultCode() == ResultCode.CONNECT_ERROR;
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // whoever reads from it finds out
        }
    }

    @Override
    public void close() {
        end.cancel(false);
        connection.close();
    }
}
