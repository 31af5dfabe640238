package org.sencrm.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which command of a module is called by which keys. Keys of the product win, then those of the command that came first; keys
 * that begin like those of another command are its too, because nobody could tell the two apart.
 */
final class CommandKeys {

    /** What {@code keys.ts} knows by itself. */
    private static final Set<String> OWN = Set.of("c", "e", "g", "j", "k", "x");

    private static final Pattern KEYS = Pattern.compile("[a-z0-9]( [a-z0-9])?");

    private final List<Binding> bindings = new ArrayList<>();

    /**
     * Keys that a command asks for.
     *
     * @param command its name
     * @param keys with spaces between
     */
    record Wish(String command, String keys) {

        Wish(String command, List<String> keys) {
            this(command, String.join(" ", keys));
        }
    }

    /**
     * What became of a wish.
     *
     * @param holder name of the command that has the keys instead; empty where the product has them, null where nobody has
     */
    record Binding(Wish wish, String holder) {

        boolean works() {
            return holder == null;
        }
    }

    /** @param wishes in the order in which the commands came */
    CommandKeys(List<Wish> wishes) {
        wishes.stream().filter(wish -> KEYS.matcher(wish.keys()).matches()).forEach(this::bind);
    }

    /** What became of each wish that can be fulfilled at all, in the order of the wishes. */
    List<Binding> all() {
        return List.copyOf(bindings);
    }

    /** The name of the command with these keys. */
    Optional<String> command(String keys) {
        return bindings.stream()
                .filter(binding -> binding.works() && binding.wish().keys().equals(keys))
                .map(binding -> binding.wish().command())
                .findFirst();
    }

    /** All keys that do something, as {@code keys.ts} wants to know them. */
    String listed() {
        return bindings.stream()
                .filter(Binding::works)
                .map(binding -> binding.wish().keys())
                .collect(Collectors.joining(","));
    }

    private void bind(Wish wish) {
        bindings.add(new Binding(wish, OWN.contains(wish.keys().substring(0, 1)) ? "" : holder(wish.keys())));
    }

    private String holder(String keys) {
        return bindings.stream()
                .filter(Binding::works)
                .map(Binding::wish)
                .filter(other ->
                        (other.keys() + " ").startsWith(keys + " ") || (keys + " ").startsWith(other.keys() + " "))
                .map(Wish::command)
                .findFirst()
                .orElse(null);
    }
}
