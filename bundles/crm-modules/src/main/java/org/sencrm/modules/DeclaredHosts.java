package org.sencrm.modules;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.outbound.OutboundFailure.Reason;

/** The outside hosts that an add-on's package names: an administrator saw them in the plan, and it reaches no others. */
final class DeclaredHosts {

    private final String module;
    private final List<String> hosts;

    /** @param hosts each {@code host} or {@code host:port} */
    DeclaredHosts(String module, List<String> hosts) {
        this.module = module;
        this.hosts = hosts;
    }

    /** Refuses an address of another host. One without a host is refused by whoever sends. */
    void check(String address) throws OutboundFailure {
        String host = host(address);
        if (host != null && hosts.stream().noneMatch(declared -> fits(declared, address, host))) {
            throw notDeclared(host);
        }
    }

    /** Refuses another host, and what is no name of one. */
    void check(String host, int port) throws OutboundFailure {
        boolean declared = hosts.stream()
                .map(String::strip)
                .anyMatch(one -> one.equalsIgnoreCase(host) || one.equalsIgnoreCase(host + ":" + port));
        if (!declared) {
            throw notDeclared(host);
        }
    }

    private OutboundFailure notDeclared(String host) {
        return new OutboundFailure(
                Reason.NOT_DECLARED, "module " + module + " asks " + host + ", which its package does not declare");
    }

    private static boolean fits(String declared, String address, String host) {
        String wanted = declared.strip().toLowerCase(Locale.ROOT);
        return wanted.equals(host)
                || wanted.equals(host + ":" + URI.create(address).getPort());
    }

    private static String host(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | NullPointerException noAddress) {
            return null;
        }
    }
}
