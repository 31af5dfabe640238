package org.sencrm.kar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.AbstractMojoExecutionException;

/** A build did not get through. */
final class BuildFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /** As the compiler's plugin words a place: {@code /folder/File.java:[12,8] what is wrong}. */
    private static final Pattern PLACE = Pattern.compile("^(.+):\\[(\\d+),\\d+] (.*)$");

    private final transient List<String> lines;

    private BuildFailed(List<String> lines) {
        super(lines.get(0));
        this.lines = lines;
    }

    static BuildFailed because(List<Throwable> reasons) {
        Set<String> lines = new LinkedHashSet<>();
        reasons.forEach(reason -> lines.addAll(words(reason)));
        return new BuildFailed(List.copyOf(lines));
    }

    /** What people read: {@code File.java:12: what is wrong}. Not empty. */
    List<String> lines() {
        return lines;
    }

    private static List<String> words(Throwable reason) {
        Throwable deepest = reason;
        while (deepest.getCause() != null && !(deepest instanceof AbstractMojoExecutionException)) {
            deepest = deepest.getCause();
        }
        String said = deepest instanceof AbstractMojoExecutionException mojo && mojo.getLongMessage() != null
                ? mojo.getLongMessage()
                : String.valueOf(deepest.getMessage());
        List<String> lines = new ArrayList<>();
        for (String line : said.strip().split("\n")) {
            if (!line.isBlank()) {
                Matcher place = PLACE.matcher(line);
                lines.add(place.matches() ? place.group(1) + ":" + place.group(2) + ": " + place.group(3) : line);
            }
        }
        return lines;
    }
}
