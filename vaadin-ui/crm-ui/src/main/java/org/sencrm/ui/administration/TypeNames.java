package org.sencrm.ui.administration;

import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.api.ScreenContext;

/** Record types as they are named in permissions. */
final class TypeNames {

    private final ScreenContext context;

    TypeNames(ScreenContext context) {
        this.context = context;
    }

    /** What people read; the plain name where the type is not there now. */
    String of(String type) {
        if (Permission.ANY.equals(type)) {
            return context.text("access.anyType");
        }
        return context.types().find(type).isPresent() ? context.messages().many(context.locale(), type) : type;
    }

    /** All that a permission can be about: everything, then each type. */
    List<String> all() {
        List<String> all = new ArrayList<>(List.of(Permission.ANY));
        context.types().all().stream().map(RecordType::name).forEach(all::add);
        return all;
    }
}
