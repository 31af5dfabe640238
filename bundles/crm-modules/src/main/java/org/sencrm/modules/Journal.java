package org.sencrm.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import org.sencrm.api.module.Modules.Action;

/**
 * Every operation on a module, step by step, in files: a step is on the disk before the next one begins. What is found
 * without an end at a start was cut off, and is brought to the old or the new state from what stands there.
 */
class Journal {

    /** How far an operation is. Each is noted when it has been done, save where it says otherwise. */
    enum Step {
        /** The new version's files are in the home. */
        STORED,
        /** What was there does not run any more. */
        STOPPED,
        /** There were no tables before. */
        NO_TABLES,
        /** The tables are copied. */
        SAVED,
        /** Noted before: the tables may be anything between old and new from here on. */
        CHANGING,
        CHANGED,
        STARTED,
        /** It did not start, and is quarantined. */
        FAILED,
        /** The new state is the one that holds; whatever happens from here on only goes forward. */
        DECIDED,
        /** The end: the new state. */
        DONE,
        /** The end: the old state. */
        UNDONE,
        /** The end without either: a later operation on the module came to its end first, and its state holds. */
        OVERTAKEN
    }

    private static final int KEPT = 100;

    private final Path folder;
    private final Clock clock;

    Journal(Home home, Clock clock) {
        this.folder = home.journal();
        this.clock = clock;
    }

    /**
     * @param by id of the user who wants it
     * @param told how many steps are done, after each
     */
    Entry begin(Action action, ModuleState before, ModuleState after, long by, IntConsumer told) {
        prune();
        Path last = last();
        long number = last == null ? 1 : number(last) + 1;
        Asked asked = new Asked(by, clock.instant());
        String name = "%08d-%s-%s".formatted(number, before.id(), action.name().toLowerCase(Locale.ROOT));
        try {
            Home.write(
                    folder.resolve(name),
                    String.join("\n", action.name(), before.line(), after.line(), asked.line(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Entry(folder.resolve(name), action, before, after, asked, EnumSet.noneOf(Step.class), told);
    }

    /** Those that were cut off, oldest first. */
    List<Entry> unfinished() {
        List<Entry> entries = new ArrayList<>();
        for (Path file : Home.list(folder)) {
            Entry entry = read(file);
            if (!entry.isEnded()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** Whether a later operation on the same module came to its end, as products of before let it. */
    boolean isOvertaken(Entry entry) {
        return Home.list(folder).stream()
                .filter(file -> file.compareTo(entry.file()) > 0)
                .map(Journal::read)
                .anyMatch(later -> later.id().equals(entry.id()) && later.isEnded());
    }

    /** All that are kept, newest first. */
    List<Entry> entries() {
        List<Path> files = new ArrayList<>(Home.list(folder));
        Collections.reverse(files);
        return files.stream().map(Journal::read).toList();
    }

    void note(Entry entry, Step step) {
        try (FileChannel file = FileChannel.open(entry.file(), StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            file.write(ByteBuffer.wrap(("\n" + step + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entry.steps().add(step);
        entry.told().accept(entry.steps().size());
    }

    private static Entry read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            EnumSet<Step> steps = EnumSet.noneOf(Step.class);
            Set<String> noted = Set.copyOf(lines.subList(3, lines.size()));
            Arrays.stream(Step.values())
                    .filter(step -> noted.contains(step.name()))
                    .forEach(steps::add);
            return new Entry(
                    file,
                    Action.valueOf(lines.get(0)),
                    ModuleState.parse(lines.get(1)).orElseThrow(),
                    ModuleState.parse(lines.get(2)).orElseThrow(),
                    lines.size() > 3 ? Asked.parse(lines.get(3)) : null,
                    steps,
                    done -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path last() {
        List<Path> files = Home.list(folder);
        return files.isEmpty() ? null : files.get(files.size() - 1);
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().split("-")[0]);
    }

    /** What was cut off is kept until it is at its end, however old it is. */
    private void prune() {
        List<Path> files = Home.list(folder);
        for (Path old : files.subList(0, Math.max(0, files.size() - KEPT))) {
            try {
                if (read(old).isEnded()) {
                    Files.delete(old);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Who wanted an operation, and when.
     *
     * @param by id of a user
     */
    record Asked(long by, Instant at) {

        private static final String WORD = "ASKED";

        String line() {
            return String.join(" ", WORD, Long.toString(by), at.toString());
        }

        /** Null for a line that is something else, as in journals of before. */
        static Asked parse(String line) {
            String[] words = line.split(" ");
            return words.length == 3 && words[0].equals(WORD)
                    ? new Asked(Long.parseLong(words[1]), Instant.parse(words[2]))
                    : null;
        }
    }

    /**
     * One operation.
     *
     * @param asked null where that was not written down
     * @param steps what was noted so far; grows
     * @param told how many steps are done, after each
     */
    record Entry(
            Path file,
            Action action,
            ModuleState before,
            ModuleState after,
            Asked asked,
            EnumSet<Step> steps,
            IntConsumer told) {

        boolean has(Step step) {
            return steps.contains(step);
        }

        boolean isEnded() {
            return has(Step.DONE) || has(Step.UNDONE) || has(Step.OVERTAKEN);
        }

        String id() {
            return before.id();
        }
    }
}
