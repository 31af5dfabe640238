package org.sencrm.modules.pack;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sencrm.modules.pack.Neighbours.Resident;

/** Who may take which name: of a module, of a bundle, of a package, of a table. */
final class NameRules {

    private static final String OWN = "org.sencrm";
    private static final List<String> INNER = List.of(
            "org.sencrm.core", "org.sencrm.rest", "org.sencrm.modules", "org.sencrm.search", "org.sencrm.transfer");
    private static final String SCREENS = "org.sencrm.ui";
    private static final String KARAF = "org.apache.karaf";

    private final Signer signer;
    private final Neighbours neighbours;

    NameRules(Signer signer, Neighbours neighbours) {
        this.signer = signer;
        this.neighbours = neighbours;
    }

    /** A module belongs to whoever signed it first, and does not go back unless that is wanted. */
    void checkModule(Descriptor descriptor, Terms terms) {
        Resident resident = neighbours.modules().get(descriptor.id());
        if (neighbours.bundles().contains(descriptor.id())) {
            throw new Flaw("pack.name.platform", descriptor.id());
        }
        if (resident == null) {
            return;
        }
        if (!resident.signer().isSameAs(signer)) {
            throw new Flaw("pack.name.taken", descriptor.id(), resident.signer().name(), signer.name());
        }
        if (resident.version() != null
                && !terms.rollback()
                && Versions.ORDER.compare(descriptor.version(), resident.version()) < 0) {
            throw new Flaw("pack.downgrade", descriptor.version(), resident.version());
        }
    }

    void checkBundles(String module, Collection<BundleFacts> bundles) {
        for (BundleFacts bundle : bundles) {
            checkForm(bundle);
            checkName(module, bundle);
            checkPackages(module, bundle);
            checkImports(bundle);
            checkTables(module, bundle);
        }
    }

    private void checkTables(String module, BundleFacts bundle) {
        for (String table : bundle.tables()) {
            if (!TableWord.isOwn(table, module, others(module).keySet())) {
                throw new Flaw("pack.table", bundle.name(), table, TableWord.of(module));
            }
        }
    }

    private static void checkForm(BundleFacts bundle) {
        if (!bundle.forbidden().isEmpty()) {
            throw new Flaw("pack.bundle.forbidden", bundle.name(), String.join(", ", bundle.forbidden()));
        }
    }

    private void checkName(String module, BundleFacts bundle) {
        boolean isOurs = bundle.name().startsWith(OWN) && signer.kind() != Signer.Kind.PRODUCT;
        if (isOurs || neighbours.bundles().contains(bundle.name())) {
            throw new Flaw("pack.name.platform", bundle.name());
        }
        others(module).forEach((id, other) -> {
            if (id.equals(bundle.name()) || other.bundles().contains(bundle.name())) {
                throw new Flaw("pack.name.bundle", bundle.name(), id);
            }
        });
    }

    private void checkPackages(String module, BundleFacts bundle) {
        Set<String> packages = new TreeSet<>(bundle.contents());
        packages.addAll(bundle.exports());
        for (String name : packages) {
            boolean isOurs = isWithin(name, OWN) && signer.kind() != Signer.Kind.PRODUCT;
            if (isOurs || isWithin(name, "java") || ApiRange.isApi(name)) {
                throw new Flaw("pack.name.core", bundle.name(), name);
            }
        }
        for (String name : bundle.exports()) {
            boolean taken = neighbours.packages().contains(name)
                    || others(module).values().stream()
                            .anyMatch(other -> other.packages().contains(name));
            if (taken) {
                throw new Flaw("pack.name.package", bundle.name(), name);
            }
        }
    }

    private static void checkImports(BundleFacts bundle) {
        for (String name : bundle.imports().keySet()) {
            boolean inner = INNER.stream().anyMatch(prefix -> isWithin(name, prefix))
                    || (isWithin(name, SCREENS) && !ApiRange.isScreenApi(name))
                    || isWithin(name, KARAF);
            if (inner) {
                throw new Flaw("pack.import", bundle.name(), name);
            }
        }
    }

    private Map<String, Resident> others(String module) {
        Map<String, Resident> others = new HashMap<>(neighbours.modules());
        others.remove(module);
        return others;
    }

    private static boolean isWithin(String name, String prefix) {
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }
}
