package org.sencrm.itests;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;

/** Somebody who works here with rights of their own. */
record Colleague(String userName, String password) {

    /** A new colleague with one role. @param rights on the type: scopes by action */
    static Colleague who(Api administrator, String userName, String type, Map<String, String> rights) throws Exception {
        Colleague colleague = new Colleague(userName, "hoa sen trong đầm " + userName.length());
        List<Map<String, Object>> permissions = rights.entrySet().stream()
                .map(right -> Map.<String, Object>of(
                        "type", type, "actions", List.of(right.getKey()), "scope", right.getValue()))
                .toList();
        String role = administrator
                .post("/roles", Map.of("name", userName, "permissions", permissions))
                .created();
        String user = administrator
                .post("/users", Map.of("name", userName, "userName", userName, "roles", List.of(role)))
                .created();
        Api.Answer set =
                administrator.post("/users/" + user + "/actions/setPassword", Map.of("password", colleague.password));
        assertEquals(set.toString(), 204, set.status());
        return colleague;
    }
}
