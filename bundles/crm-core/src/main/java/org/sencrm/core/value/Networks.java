package org.sencrm.core.value;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Networks in the notation of RFC 4632 and RFC 4291, such as {@code 203.0.113.0/24 2001:db8::/32}; an address alone is the
 * network of itself. An IPv4 address that is written as one of IPv6 is that IPv4 address, in the list and of whoever comes.
 * None is no limit. Immutable.
 */
public final class Networks {

    private static final int MOST = 200;
    private static final int MAPPED_BITS = 96;
    private static final int ONE_VISITOR = 64;
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");
    private static final String NUMBER = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(NUMBER + "(?:\\." + NUMBER + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final Pattern BITS = Pattern.compile("0|[1-9]\\d{0,2}");

    private final List<Network> members;

    private Networks(List<Network> members) {
        this.members = members;
    }

    /**
     * @param list by blanks, commas or lines; null for none
     * @throws Refusal for what is no network, or has bits behind its length
     */
    public static Networks of(String list) {
        String text = list == null ? "" : list.strip();
        if (text.isEmpty()) {
            return new Networks(List.of());
        }
        String[] parts = SEPARATOR.split(text);
        if (parts.length > MOST) {
            throw new Refusal("tooMany", "networks.tooMany", MOST);
        }
        return new Networks(Arrays.stream(parts).map(Networks::network).toList());
    }

    /**
     * Whether whoever comes from the address is let in. The machine itself always is: whoever works there reads its files.
     *
     * @param address as the server sees it; null or nonsense for unknown, which is in no network
     */
    public boolean hold(String address) {
        if (members.isEmpty()) {
            return true;
        }
        InetAddress from = address == null ? null : address(address);
        return from != null
                && (from.isLoopbackAddress() || members.stream().anyMatch(member -> member.holds(from.getAddress())));
    }

    /**
     * The same, for whoever makes this list of networks.
     *
     * @param address from where that one works now; null for unknown
     * @throws Refusal where the list leaves that out
     */
    public Networks keeping(String address) {
        if (address != null && !hold(address)) {
            throw new Refusal("lockedOut", "networks.lockedOut", address);
        }
        return this;
    }

    /**
     * What is counted as one visitor: an IPv4 address, or the network of 64 bits around one of IPv6, as whoever has one address
     * of it has them all.
     *
     * @param address as the server sees it; what is none stands for itself
     */
    public static String visitor(String address) {
        InetAddress from = address(address.replaceFirst("%.*", ""));
        if (from == null) {
            return address;
        }
        return from instanceof Inet6Address
                ? new Network(from.getAddress(), ONE_VISITOR).clean()
                : from.getHostAddress();
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw malformed(text);
        }
        int longest = address.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? longest : bits(text, slash, longest);
        Network network = new Network(address.getAddress(), bits);
        if (!network.isClean()) {
            throw new Refusal("hostBits", "networks.hostBits", text, network.clean());
        }
        return network;
    }

    /** What follows the slash; of an IPv4 address in the notation of IPv6, without the bits in front of it. */
    private static int bits(String text, int slash, int longest) {
        String written = text.substring(slash + 1);
        int bits = BITS.matcher(written).matches() ? Integer.parseInt(written) : -1;
        boolean mapped = longest == Integer.SIZE && text.indexOf(':') >= 0;
        int length = mapped ? bits - MAPPED_BITS : bits;
        if (length < 0 || length > longest) {
            throw malformed(text);
        }
        return length;
    }

    /** Null for what is no address. Never asks for a name. */
    private static InetAddress address(String text) {
        String literal = IPV6.matcher(text).matches() ? "[" + text + "]" : text;
        if (literal.equals(text) && !IPV4.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException malformed) {
            return null;
        }
    }

    private static Refusal malformed(String text) {
        return new Refusal("format", "networks.malformed", text);
    }

    /** @param bits how many of the address are the network's */
    private record Network(byte[] address, int bits) {

        boolean holds(byte[] other) {
            return other.length == address.length && Arrays.equals(masked(other), address);
        }

        boolean isClean() {
            return Arrays.equals(masked(address), address);
        }

        String clean() {
            try {
                return InetAddress.getByAddress(masked(address)).getHostAddress() + "/" + bits;
            } catch (UnknownHostException e) {
                throw new IllegalStateException("an address of " + address.length + " bytes", e);
            }
        }

        private byte[] masked(byte[] whole) {
            byte[] masked = whole.clone();
            for (int i = 0; i < masked.length; i++) {
                int kept = Math.max(0, Math.min(Byte.SIZE, bits - i * Byte.SIZE));
                masked[i] &= (byte) (0xff << (Byte.SIZE - kept));
            }
            return masked;
        }
    }
}
