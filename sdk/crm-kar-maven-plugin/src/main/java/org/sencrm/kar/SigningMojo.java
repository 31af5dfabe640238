package org.sencrm.kar;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Locale;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.sencrm.api.fault.Fault;
import org.sencrm.modules.pack.ModulePackage;
import org.sencrm.modules.pack.Neighbours;
import org.sencrm.modules.pack.PackageReader;
import org.sencrm.modules.pack.Terms;
import org.sencrm.modules.pack.TrustStore;

/** What both goals know: with which key packages are signed, and how one is proved. */
abstract class SigningMojo extends AbstractMojo {

    private static final String PASSWORD = "CRM_SIGN_PASSWORD";

    /** {@code development} for the key of this machine's developer, {@code product} for the product's own modules. */
    @Parameter(property = "crm.signer", defaultValue = "development")
    private String signer;

    /** A key store in PKCS #12 form with the real key; its password stands in the environment as CRM_SIGN_PASSWORD. */
    @Parameter(property = "crm.sign.keystore")
    private File keystore;

    /** Name of the key, where the key store holds several. */
    @Parameter(property = "crm.sign.alias")
    private String alias;

    /** Address of an authority that says when a package was signed. */
    @Parameter(property = "crm.sign.timestamps")
    private URI timestamps;

    /** Where the keys of this machine lie. */
    @Parameter(property = "crm.sign.folder", defaultValue = "${user.home}/.sencrm")
    private File keys;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    private File target;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            make();
        } catch (GeneralSecurityException | IOException e) {
            throw new MojoExecutionException("the package cannot be made: " + e.getMessage(), e);
        }
    }

    abstract void make() throws GeneralSecurityException, IOException, MojoFailureException, MojoExecutionException;

    final Path target() {
        return target.toPath();
    }

    final SigningKey key() throws GeneralSecurityException, IOException, MojoFailureException {
        if (keystore != null) {
            String password = System.getenv(PASSWORD);
            if (password == null) {
                throw new MojoFailureException("the password of " + keystore.getName() + " is missing: " + PASSWORD);
            }
            return SigningKey.given(keystore.toPath(), password, alias);
        }
        return switch (signer) {
            case "development" -> SigningKey.development(keys.toPath());
            case "product" -> SigningKey.product(keys.toPath());
            default -> throw new MojoFailureException("crm.signer is development or product, not " + signer);
        };
    }

    final void sign(SigningKey key, Path plain, Path signed) throws GeneralSecurityException, IOException {
        key.sign(plain, signed, timestamps);
    }

    /** Reads the package as the product will; what the product would refuse fails here already. */
    final ModulePackage prove(SigningKey key, Path kar)
            throws GeneralSecurityException, IOException, MojoFailureException {
        Path trust = target().resolve("crm-trust");
        String trusted = signer.equals("product") ? "product" : "vendors";
        key.writeCertificate(trust.resolve(trusted).resolve("signer.pem"));
        TrustStore store = new TrustStore(trust.resolve("vendors"), trust.resolve("product"));
        Terms terms = new Terms(Locale.ENGLISH, true, false, false);
        try {
            return new PackageReader(store, new EnglishMessages(), Clock.systemUTC()).read(kar, terms, Neighbours.NONE);
        } catch (Fault fault) {
            throw new MojoFailureException(kar.getFileName() + ": " + fault.getMessage(), fault);
        }
    }
}
