package org.sencrm.modules.pack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sencrm.modules.pack.Descriptor.Part;

/**
 * A package that lies unpacked on this machine.
 *
 * @param folder never changed once it is there; its name is that of the content
 * @param sha256 of the package
 * @param exports packages that its bundles export
 */
public record Unpacked(Path folder, String sha256, Descriptor descriptor, Signer signer, Set<String> exports) {

    static final String KAR = "module.kar";
    static final String FEATURES = "features.xml";

    /** The signed package itself. */
    public Path kar() {
        return folder.resolve(KAR);
    }

    /** A features file that names the bundles where they lie here. */
    public URI features() {
        return folder.resolve(FEATURES).toUri();
    }

    /** The module's feature, its bundles named as they lie here. */
    public FeatureXml feature() throws IOException {
        return FeatureXml.read(Files.readAllBytes(folder.resolve(FEATURES)));
    }

    /** The files of the bundles by symbolic name. */
    public Map<String, Path> bundles() {
        Map<String, Path> files = new TreeMap<>();
        for (Part part : descriptor.bundles()) {
            files.put(part.name(), folder.resolve(part.path()));
        }
        return files;
    }

    /** What lies beside the descriptor: icon, screenshots, what is new. */
    public Path beside(String name) {
        return folder.resolve(Descriptor.FOLDER).resolve(name);
    }
}
