package org.sencrm.ui.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sencrm.api.module.Modules;
import org.sencrm.ui.host.HostContext;

/** What a module declares to use, in plain words. */
final class PermissionWords {

    private final HostContext context;

    PermissionWords(HostContext context) {
        this.context = context;
    }

    /** One sentence for each kind of use; one that says so where there is none. */
    List<String> of(Modules.Permissions permissions) {
        List<String> sentences = new ArrayList<>();
        permissions
                .records()
                .forEach((type, rights) ->
                        sentences.add(context.text("store.uses.records", name(type), rights(rights))));
        permissions.hosts().forEach(host -> sentences.add(context.text("store.uses.host", host)));
        permissions.files().forEach(use -> sentences.add(context.text("store.uses.files", right(use))));
        return permissions.isEmpty() ? List.of(context.text("store.uses.nothing")) : sentences;
    }

    private String name(String type) {
        return context.types().find(type).isPresent() ? context.messages().many(context.locale(), type) : type;
    }

    private String rights(List<String> rights) {
        return rights.stream().map(this::right).collect(Collectors.joining(", "));
    }

    private String right(String code) {
        String key = "write".equals(code) ? "store.uses.write" : "access.right." + code;
        return context.messages().has(context.locale(), key) ? context.text(key) : code;
    }
}
