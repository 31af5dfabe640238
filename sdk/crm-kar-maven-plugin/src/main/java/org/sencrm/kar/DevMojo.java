package org.sencrm.kar;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.inject.Inject;
import org.apache.maven.Maven;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.sencrm.cli.Refused;
import org.sencrm.cli.RunningSystem;

/**
 * Builds the module, brings it into the running system, and does so again at each save until it is ended. The build is the
 * project's own, in this warm process and without its tests; each is a newer build of the project's version, so that the
 * running one is updated as by any update.
 */
@Mojo(name = "dev", aggregator = true)
public final class DevMojo extends AbstractMojo {

    private static final Duration QUIET = Duration.ofMillis(80);

    private final Maven maven;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** Address of the running system. */
    @Parameter(property = "crm.url", defaultValue = "http://127.0.0.1:8181")
    private URI url;

    /** Home of the running system, where the token for local commands lies. */
    @Parameter(property = "crm.home", defaultValue = "${user.home}/.sencrm")
    private File home;

    @Inject
    public DevMojo(Maven maven) {
        this.maven = maven;
    }

    @Override
    public void execute() throws MojoExecutionException {
        Path folder = Path.of(session.getExecutionRootDirectory());
        try (SourceWatch sources = SourceWatch.of(folder)) {
            WarmBuild build = new WarmBuild(maven, session.getRequest(), folder);
            say("Watching " + folder + "; Ctrl+C ends it.");
            while (true) {
                round(build);
                sources.await(QUIET);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new MojoExecutionException("the sources cannot be watched: " + e.getMessage(), e);
        }
    }

    /** Whatever is wrong is said, and the next save may put it right. */
    private void round(WarmBuild build) throws InterruptedException {
        long start = System.nanoTime();
        try {
            RunningSystem system = RunningSystem.at(url, home.toPath());
            Path kar = build.run(nextVersion(system));
            long built = System.nanoTime();
            system.deliver(kar);
            say(String.format(
                    Locale.ROOT,
                    "%s runs (%.1f s: built %.1f, swapped %.1f)",
                    kar.getFileName().toString().replace(".kar", ""),
                    seconds(start, System.nanoTime()),
                    seconds(start, built),
                    seconds(built, System.nanoTime())));
        } catch (BuildFailed failed) {
            failed.lines().forEach(this::say);
        } catch (Refused | IOException refused) {
            say("not swapped: " + refused.getMessage());
        }
    }

    /** A module has the name of one of the bundles that are built here. */
    private String nextVersion(RunningSystem system) throws IOException, InterruptedException {
        Map<String, String> installed = system.installed();
        String there = session.getProjects().stream()
                .map(project -> installed.get(project.getArtifactId()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String project = session.getTopLevelProject().getVersion();
        return DevVersion.next(project, there, LocalDateTime.now(ZoneOffset.UTC));
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    /** To the person who watches, whatever Maven's own log is set to. */
    private void say(String line) {
        System.out.println(line);
    }
}
