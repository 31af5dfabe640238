package org.sencrm.core.outbound;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.outbound.OutboundFailure.Reason;

/** Tells what went wrong on a line. */
final class Failures {

    private Failures() {}

    /** @param late whether the time was up and the line was cut for that */
    static OutboundFailure of(IOException thrown, String host, boolean late) {
        return new OutboundFailure(
                late ? Reason.TOO_SLOW : reason(thrown),
                host + ": " + thrown.getClass().getSimpleName());
    }

    private static Reason reason(IOException thrown) {
        if (thrown instanceof ConnectTimeoutException || thrown instanceof InterruptedIOException) {
            return Reason.TOO_SLOW;
        } else if (thrown instanceof ConnectException
                || thrown instanceof NoRouteToHostException
                || thrown instanceof PortUnreachableException) {
            return Reason.NO_CONNECTION;
        } else if (thrown instanceof SSLException) {
            return Reason.NOT_SECURE;
        }
        return Reason.BROKEN;
    }
}
