package org.sencrm.kar;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Makes {@code target/MODULE-VERSION.kar}: the project's own bundle and those of its dependencies of scope compile or
 * runtime that are not optional, the feature, the description; signed.
 */
@Mojo(
        name = "kar",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class KarMojo extends SigningMojo {

    private static final Set<String> PACKED = Set.of(Artifact.SCOPE_COMPILE, Artifact.SCOPE_RUNTIME);

    private final MavenProjectHelper helper;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** What cannot be read out of the bundles: permissions, icon, screenshots, what is new. */
    @Parameter(defaultValue = "${project.basedir}/src/main/crm")
    private File folder;

    /** For a bundle that goes into the package of another project. */
    @Parameter(property = "crm.kar.skip", defaultValue = "false")
    private boolean skip;

    /** Where the package is put. */
    @Parameter(property = "crm.kar.output", defaultValue = "${project.build.directory}")
    private File output;

    /** The version of the module; another than the project's for one of the many builds on the way to a version. */
    @Parameter(property = "crm.kar.version", defaultValue = "${project.version}")
    private String version;

    @Inject
    public KarMojo(MavenProjectHelper helper) {
        this.helper = helper;
    }

    @Override
    void make() throws GeneralSecurityException, IOException, MojoFailureException {
        if (skip) {
            return;
        }
        Bundles bundles = bundles();
        if (bundles.isEmpty()) {
            // a parent of other projects
            return;
        }
        KarFile content = new KarFile(project, version, bundles, new ModuleFolder(folder.toPath()));
        Files.createDirectories(target());
        Files.createDirectories(output.toPath());
        Path plain = target().resolve("unsigned.kar");
        Path kar = output.toPath().resolve(bundles.id() + "-" + version + ".kar");
        content.write(plain);
        SigningKey key = key();
        sign(key, plain, kar);
        Files.delete(plain);
        prove(key, kar);
        helper.attachArtifact(project, "kar", kar.toFile());
        Path features = Files.writeString(
                target().resolve("features.xml"), content.feature().text());
        helper.attachArtifact(project, "xml", "features", features.toFile());
        getLog().info("Package of module " + bundles.id() + ": " + kar);
    }

    private Bundles bundles() throws IOException, MojoFailureException {
        Bundles bundles = new Bundles();
        File own = project.getArtifact().getFile();
        if (own != null && own.getName().endsWith(".jar")) {
            bundles.add(project.getArtifact());
        }
        for (Artifact artifact : project.getArtifacts()) {
            if (PACKED.contains(artifact.getScope()) && !artifact.isOptional()) {
                bundles.add(artifact);
            }
        }
        return bundles;
    }
}
