package org.sencrm.itests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a guide tells its reader to do next: run the commands of a block marked {@code bash}, or change a file, said as
 * "In `file`, after `what stands there`:" (or before, or instead of) above the block with what is put there.
 *
 * @param file null for commands
 * @param where {@code after}, {@code before} or {@code instead of}
 * @param text the commands, or what is put there
 */
record GuideStep(String file, String where, String anchor, String text) {

    private static final Pattern BLOCK = Pattern.compile(
            "(?:In `([^`]+)`, (after|before|instead of) `([^`]+)`[^\\n`]*\\n\\n)?^```(\\w+)\\n(.*?)^```$",
            Pattern.DOTALL | Pattern.MULTILINE);

    /** The steps in the order of the page; blocks that only show something are left out. */
    static List<GuideStep> of(String page) {
        List<GuideStep> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            if (block.group(1) != null || block.group(4).equals("bash")) {
                steps.add(new GuideStep(block.group(1), block.group(2), block.group(3), block.group(5)));
            }
        }
        return steps;
    }

    boolean isEdit() {
        return file != null;
    }

    /** Changes the file as a reader would, who finds the place once and no more. */
    void edit(Path place) throws IOException {
        Path target = place.resolve(file);
        String before = Files.readString(target);
        assertEquals(anchor + " in " + file, 1, before.split(Pattern.quote(anchor), -1).length - 1);
        int found = before.indexOf(anchor);
        int lineStart = before.lastIndexOf('\n', found) + 1;
        int lineEnd = before.indexOf('\n', found) + 1;
        String after = switch (where) {
            case "after" -> before.substring(0, lineEnd) + text + before.substring(lineEnd);
            case "before" -> before.substring(0, lineStart) + text + before.substring(lineStart);
            default -> before.replace(anchor, text.strip());
        };
        Files.writeString(target, after);
    }
}
