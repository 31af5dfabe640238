package org.sencrm.kar;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes the repository that comes with the product out of a folder of packages: proves that each was signed with the key of
 * this build, and puts the certificate beside them.
 */
@Mojo(name = "repository", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
public final class RepositoryMojo extends SigningMojo {

    /** The folder with the packages. */
    @Parameter(required = true)
    private File folder;

    /** Ids of the modules that the product installs at its first start; all where none is named. */
    @Parameter
    private List<String> initial = List.of();

    /**
     * Certificates in PEM form that the product believes beside that of the key: those of earlier releases, or of an
     * authority of its own. One that every Java believes is refused.
     */
    @Parameter(property = "crm.sign.anchors")
    private File anchors;

    @Override
    void make() throws GeneralSecurityException, IOException, MojoFailureException {
        SigningKey key = key();
        try (DirectoryStream<Path> packages = Files.newDirectoryStream(folder.toPath(), "*.kar")) {
            for (Path kar : packages) {
                prove(key, kar);
            }
        }
        Path list = folder.toPath().resolve("initial.txt");
        if (initial.isEmpty()) {
            Files.deleteIfExists(list);
        } else {
            Files.write(list, initial);
        }
        List<X509Certificate> others = anchors == null ? List.of() : new OwnAnchors().read(anchors.toPath());
        key.writeCertificates(folder.toPath().resolve("product.pem"), others);
    }
}
