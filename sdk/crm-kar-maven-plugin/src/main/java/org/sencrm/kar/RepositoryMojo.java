package org.sencrm.kar;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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
        key.writeCertificate(folder.toPath().resolve("product.pem"));
    }
}
