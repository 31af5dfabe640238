package org.sencrm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the Maven of this user keeps what it has: said in its options, else in its settings, else the usual place. */
final class LocalRepository {

    private static final Pattern OPTION = Pattern.compile("-Dmaven\\.repo\\.local=(\\S+)");
    private static final Pattern SETTING = Pattern.compile("<localRepository>\\s*([^<]+?)\\s*</localRepository>");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

    private LocalRepository() {}

    static Path ofThisUser(Map<String, String> environment) throws IOException {
        String home = System.getProperty("user.home");
        Path maven = Path.of(home, ".m2");
        for (String variable : new String[] {"MAVEN_OPTS", "MAVEN_ARGS"}) {
            Optional<String> option = find(OPTION, environment.getOrDefault(variable, ""));
            if (option.isPresent()) {
                return Path.of(option.get());
            }
        }
        Path settings = maven.resolve("settings.xml");
        String text = Files.exists(settings) ? Files.readString(settings) : "";
        return find(SETTING, COMMENT.matcher(text).replaceAll(""))
                .map(said -> Path.of(said.replace("${user.home}", home)))
                .orElse(maven.resolve("repository"));
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
