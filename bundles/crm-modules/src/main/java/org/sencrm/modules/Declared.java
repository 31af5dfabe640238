package org.sencrm.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sencrm.api.module.Modules;
import org.sencrm.modules.pack.Descriptor;
import org.sencrm.modules.pack.Signer;

/**
 * Who signed a package and what it declares, as it is told to administrators.
 *
 * @param signer null where the package is not here
 */
record Declared(Modules.Signer signer, Modules.Permissions permissions) {

    static Declared by(Release release) {
        if (release.about().unpacked() == null) {
            return new Declared(null, new Modules.Permissions(Map.of(), List.of(), List.of()));
        }
        Signer signer = release.about().unpacked().signer();
        Descriptor.Permissions asked = release.about().unpacked().descriptor().permissions();
        return new Declared(
                new Modules.Signer(
                        signer.kind().name().toLowerCase(Locale.ROOT),
                        signer.name(),
                        signer.subject(),
                        signer.fingerprint(),
                        signer.validUntil()),
                new Modules.Permissions(asked.records(), asked.hosts(), asked.files()));
    }

    /** What this one uses and the other one did not, each in a word or two. */
    List<String> beyond(Declared other) {
        List<String> more = new ArrayList<>();
        permissions.records().forEach((type, rights) -> {
            List<String> added = new ArrayList<>(rights);
            added.removeAll(other.permissions.records().getOrDefault(type, List.of()));
            if (!added.isEmpty()) {
                more.add(type + " (" + String.join(", ", added) + ")");
            }
        });
        permissions.hosts().stream()
                .filter(host -> !other.permissions.hosts().contains(host))
                .forEach(more::add);
        permissions.files().stream()
                .filter(use -> !other.permissions.files().contains(use))
                .forEach(use -> more.add("files (" + use + ")"));
        return more;
    }
}
