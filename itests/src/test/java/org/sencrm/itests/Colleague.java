package org.sencrm.itests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
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
        String role = made(administrator.post("/roles", Map.of("name", userName, "permissions", permissions)));
        String user = made(
                administrator.post("/users", Map.of("name", userName, "userName", userName, "roles", List.of(role))));
        Api.Answer set =
                administrator.post("/users/" + user + "/actions/setPassword", Map.of("password", colleague.password));
        assertEquals(set.toString(), 204, set.status());
        return colleague;
    }

    private static String made(Api.Answer answer) throws IOException {
        assertEquals(answer.toString(), 201, answer.status());
        return answer.json().path("id").asText();
    }
}
