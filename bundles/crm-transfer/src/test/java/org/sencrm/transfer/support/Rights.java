package org.sencrm.transfer.support;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;

/** Everybody may do everything but what a test forbids. User 1 is the administrator. */
public final class Rights implements Access {

    private final Set<String> forbidden = new HashSet<>();
    private final Map<String, Set<String>> hidden = new HashMap<>();

    public void forbid(Right right, String type) {
        forbidden.add(right + " " + type);
    }

    public void hide(String type, String field) {
        hidden.computeIfAbsent(type, k -> new HashSet<>()).add(field);
    }

    @Override
    public boolean may(Caller caller, Right right, String type) {
        return !forbidden.contains(right + " " + type);
    }

    @Override
    public boolean mayUpdate(Caller caller, String type, long id) {
        return true;
    }

    @Override
    public Set<String> hiddenFields(Caller caller, String type) {
        return hidden.getOrDefault(type, Set.of());
    }

    @Override
    public boolean isAdministrator(Caller caller) {
        return caller.userId() == 1;
    }

    @Override
    public Profile profile(Caller caller) {
        return new Profile(
                caller.userId(), "user", "User", null, isAdministrator(caller), List.of(), List.of(), Map.of());
    }
}
