package org.sencrm.kar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.Maven;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;

/** The project's own build up to its package, inside the Maven that is running: only the first one is cold. */
final class WarmBuild {

    private final Maven maven;
    private final MavenExecutionRequest outer;
    private final Path output;

    WarmBuild(Maven maven, MavenExecutionRequest outer, Path folder) {
        this.maven = maven;
        this.outer = outer;
        this.output = folder.resolve("target").resolve("dev");
    }

    /** The package that was made in this version; the one before is gone. */
    Path run(String version) throws BuildFailed, IOException {
        clear();
        MavenExecutionRequest request = DefaultMavenExecutionRequest.copy(outer);
        request.setGoals(List.of("package"));
        request.setStartTime(new Date());
        Properties properties = new Properties();
        properties.putAll(outer.getUserProperties());
        properties.setProperty("skipTests", "true");
        properties.setProperty("crm.kar.output", output.toString());
        properties.setProperty("crm.kar.version", version);
        request.setUserProperties(properties);
        MavenExecutionResult result = maven.execute(request);
        if (result.hasExceptions()) {
            throw BuildFailed.because(result.getExceptions());
        }
        try (Stream<Path> made = Files.list(output)) {
            return made.filter(file -> file.toString().endsWith(".kar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the build makes no package"));
        }
    }

    private void clear() throws IOException {
        Files.createDirectories(output);
        try (Stream<Path> old = Files.list(output)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
    }
}
