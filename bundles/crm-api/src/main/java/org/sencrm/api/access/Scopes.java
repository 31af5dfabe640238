package org.sencrm.api.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * To what an API token is limited: never more than its user may do, and of that only what is named. Each scope is the name of
 * a record type, or {@code *} for all, with what may be done: the code of a {@link Right}, {@code write} for making, changing
 * and deleting, or {@code *} for all of it. A limited token administers nothing, whoever its user is. Immutable.
 *
 * <pre>{@code
 * Scopes scopes = Scopes.of(List.of("accounts:read", "contacts:write"));
 * scopes.allow(Right.UPDATE, "contacts");  // true
 * scopes.allow(Right.UPDATE, "accounts");  // false
 * }</pre>
 *
 * @since 1.5
 */
public final class Scopes {

    /** No limit. */
    public static final Scopes ALL = new Scopes(List.of());

    private static final String ANY = "*";
    private static final Pattern SCOPE = Pattern.compile("(\\*|[a-z][a-z0-9_]{0,99}):(\\*|[a-z]{1,10})");
    private static final Set<Right> WRITE = EnumSet.of(Right.CREATE, Right.UPDATE, Right.DELETE);

    private final List<String> texts;
    private final Map<String, Set<Right>> byType = new HashMap<>();

    private Scopes(List<String> texts) {
        this.texts = texts;
        texts.forEach(text -> {
            Matcher scope = SCOPE.matcher(text);
            if (!scope.matches() || rights(scope.group(2)).isEmpty()) {
                throw new IllegalArgumentException(text);
            }
            byType.computeIfAbsent(scope.group(1), type -> EnumSet.noneOf(Right.class))
                    .addAll(rights(scope.group(2)));
        });
    }

    /**
     * @param texts none for no limit
     * @throws IllegalArgumentException whose message is the text that is no scope
     */
    public static Scopes of(Collection<String> texts) {
        return texts.isEmpty() ? ALL : new Scopes(texts.stream().distinct().toList());
    }

    private static Set<Right> rights(String action) {
        if (action.equals(ANY)) {
            return EnumSet.allOf(Right.class);
        } else if (action.equals("write")) {
            return WRITE;
        }
        Set<Right> rights = EnumSet.noneOf(Right.class);
        Arrays.stream(Right.values())
                .filter(right -> right.code().equals(action))
                .forEach(rights::add);
        return rights;
    }

    public boolean isLimited() {
        return !texts.isEmpty();
    }

    /** Whether the user's own rights count for this. */
    public boolean allow(Right right, String type) {
        return !isLimited() || has(right, type) || has(right, ANY);
    }

    private boolean has(Right right, String type) {
        return byType.getOrDefault(type, Set.of()).contains(right);
    }

    /** As they were given; none for no limit. */
    public List<String> texts() {
        return texts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scopes scopes && texts.equals(scopes.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return String.join(" ", texts);
    }
}
