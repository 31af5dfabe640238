package org.sencrm.ui.permission;

import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.api.ScreenContext;

/** Record types as they are named in permissions. */
public final class TypeNames {

    /** Stands for every type that is not administrative. */
    public static final String ANY = "*";

    private final ScreenContext context;

    public TypeNames(ScreenContext context) {
        this.context = context;
    }

    /** What people read; the plain name where the type is not there now. */
    public String of(String type) {
        if (ANY.equals(type)) {
            return context.text("access.anyType");
        }
        return context.types().find(type).isPresent() ? context.messages().many(context.locale(), type) : type;
    }

    /** All that a permission can be about: everything, then each type. */
    public List<String> all() {
        List<String> all = new ArrayList<>(List.of(ANY));
        context.types().all().stream().map(RecordType::name).forEach(all::add);
        return all;
    }
}
