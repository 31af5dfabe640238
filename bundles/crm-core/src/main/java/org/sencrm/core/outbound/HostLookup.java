package org.sencrm.core.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.outbound.OutboundFailure.Reason;

/** Finds the addresses of a target once, and refuses inner ones that nobody allowed. */
final class HostLookup {

    /** More would only take longer than anybody waits. */
    private static final int MOST_ADDRESSES = 2;

    private final Names names;
    private final Supplier<String> allowed;
    private final Executor threads;

    /** @param allowed the setting, see {@link org.sencrm.api.outbound.Outbound#ALLOWED_HOSTS} */
    HostLookup(Names names, Supplier<String> allowed, Executor threads) {
        this.names = names;
        this.allowed = allowed;
        this.threads = threads;
    }

    /** Refuses what can be refused without looking up a name. */
    void check(Target target) throws OutboundFailure {
        if (target.literal() != null) {
            refuseInner(target, List.of(target.literal()));
        }
    }

    /** Those to which a connection may be made. */
    List<InetAddress> find(Target target, long millis) throws OutboundFailure {
        List<InetAddress> found = target.literal() != null ? List.of(target.literal()) : lookUp(target.host(), millis);
        refuseInner(target, found);
        return found.subList(0, Math.min(MOST_ADDRESSES, found.size()));
    }

    /** One inner address among others is enough: whoever mixes them means no good. */
    private void refuseInner(Target target, List<InetAddress> found) throws OutboundFailure {
        if (!found.stream().allMatch(AddressRules::isPublic) && !isAllowed(target)) {
            throw new OutboundFailure(Reason.INNER_ADDRESS, target.host() + " is an inner address");
        }
    }

    private boolean isAllowed(Target target) {
        String literal = target.literal() != null && target.host().contains(":") ? "[" + target.host() + "]" : null;
        String host = literal == null ? target.host() : literal;
        return Arrays.stream(allowed.get().toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .anyMatch(word -> word.equals(host) || word.equals(host + ":" + target.port()));
    }

    /** The lookup itself knows no end; the thread that does it is left to itself. */
    private List<InetAddress> lookUp(String host, long millis) throws OutboundFailure {
        CompletableFuture<List<InetAddress>> lookup = CompletableFuture.supplyAsync(() -> byName(host), threads);
        try {
            List<InetAddress> found = lookup.get(millis, TimeUnit.MILLISECONDS);
            if (found.isEmpty()) {
                throw new OutboundFailure(Reason.UNKNOWN_HOST, host + " is not known");
            }
            return found;
        } catch (TimeoutException e) {
            throw new OutboundFailure(Reason.TOO_SLOW, "the name of " + host + " was not found in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutboundFailure(Reason.BROKEN, "interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a name could not be looked up", e.getCause());
        }
    }

    private List<InetAddress> byName(String host) {
        try {
            return List.of(names.find(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    /** Where names are looked up. */
    interface Names {
        InetAddress[] find(String host) throws UnknownHostException;
    }
}
