package org.sencrm.modules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where packages are to be had: the folder that comes with the product, and the folders and https addresses that an
 * administrator added. Nothing is looked at before somebody asks. Thread safe.
 */
public final class Repositories {

    /** The setting with the further ones: folders and https addresses, one a line. */
    public static final String SETTING = "modules.repositories";

    private static final Logger LOG = LoggerFactory.getLogger(Repositories.class);

    private final FolderRepository own;
    private final Supplier<String> further;
    private final Fetch fetch;
    private final Executor background;
    private final Messages messages;
    private final Clock clock;
    private final Map<String, Repository> known = new HashMap<>();

    /**
     * @param own folder that comes with the product
     * @param further value of the setting {@link #SETTING}, empty where there is none
     * @param background asks outside addresses
     */
    public Repositories(
            Path own, Supplier<String> further, Fetch fetch, Executor background, Messages messages, Clock clock) {
        this.own = new FolderRepository(own, "");
        this.further = further;
        this.fetch = fetch;
        this.background = background;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What can be had now.
     *
     * @param offers each version of each module once, by id and version
     * @param unreachable repositories that did not answer
     */
    public record Available(List<Offer> offers, List<String> unreachable) {}

    public Available available() {
        Map<String, Offer> offers = new TreeMap<>();
        List<String> unreachable = new ArrayList<>();
        for (Repository repository : all(unreachable)) {
            try {
                repository.offers().forEach(offer -> offers.putIfAbsent(offer.id() + " " + offer.version(), offer));
            } catch (IOException e) {
                LOG.warn("The repository {} does not answer: {}", repository.name(), e.toString());
                unreachable.add(repository.name());
            }
        }
        return new Available(List.copyOf(offers.values()), unreachable);
    }

    /**
     * What one place says.
     *
     * @param place as an administrator wrote it; empty for the product's own
     * @param problem null where it answers
     */
    public record Answer(String place, List<Offer> offers, Reason problem) {}

    /** What each place says now: the product's own first, then as they stand in the setting. */
    public List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        answers.add(answer("", own));
        for (String place : places(further.get())) {
            try {
                answers.add(answer(place, known(place)));
            } catch (IllegalArgumentException e) {
                answers.add(noPlace(place));
            }
        }
        return answers;
    }

    /** What a place says that need not be among the known ones; it is asked now, even if it was asked a moment ago. */
    public Answer ask(String place) {
        try {
            Repository asked = known(place);
            asked.refresh();
            return answer(place, asked);
        } catch (IllegalArgumentException e) {
            return noPlace(place);
        }
    }

    private static Answer noPlace(String place) {
        return new Answer(place, List.of(), Reason.of("pack.repository.place", place));
    }

    private static Answer answer(String place, Repository repository) {
        try {
            List<Offer> offers = new ArrayList<>(repository.offers());
            offers.sort(Comparator.comparing(Offer::id).thenComparing(Offer::version, Versions.ORDER.reversed()));
            return new Answer(place, List.copyOf(offers), null);
        } catch (IOException e) {
            LOG.warn("The repository {} does not answer: {}", place, e.toString());
            return new Answer(place, List.of(), Reason.of("pack.repository.away", place));
        }
    }

    /** What comes with the product; no other repository is asked. */
    public List<Offer> bundled() {
        try {
            return own.offers();
        } catch (IOException e) {
            LOG.warn("The packages that come with the product cannot be listed", e);
            return List.of();
        }
    }

    /** Whether the product installs this one of its modules at its first start. */
    public boolean isInitial(String id) {
        try {
            return own.initial().map(ids -> ids.contains(id)).orElse(true);
        } catch (IOException e) {
            LOG.warn("The list of modules for the first start cannot be read", e);
            return false;
        }
    }

    /** The places that the value of {@link #SETTING} names. */
    public static List<String> places(String setting) {
        return setting.lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private synchronized Repository known(String place) {
        return known.computeIfAbsent(place, this::repository);
    }

    private List<Repository> all(List<String> unreachable) {
        List<Repository> all = new ArrayList<>(List.of(own));
        for (String line : places(further.get())) {
            try {
                all.add(known(line));
            } catch (IllegalArgumentException e) {
                LOG.warn("{} is neither a folder nor an https address", line);
                unreachable.add(line);
            }
        }
        return all;
    }

    private Repository repository(String line) {
        if (line.startsWith("https://")) {
            return new RemoteRepository(URI.create(line), fetch, background, clock);
        }
        Path folder = Path.of(line);
        if (!folder.isAbsolute()) {
            throw new InvalidPathException(line, "not absolute");
        }
        return new FolderRepository(folder, line);
    }

    /**
     * Brings a package here. It is still to be read.
     *
     * @param target file to be written
     */
    public void fetch(Offer offer, Path target, Locale locale) {
        List<Repository> all = all(new ArrayList<>());
        Repository from = all.stream()
                .filter(repository -> repository.name().equals(offer.repository()))
                .findFirst()
                .orElseThrow(() -> new Unavailable(messages.text(locale, "pack.fetch", offer.id())));
        try (InputStream in = new Capped(from.open(offer), Limits.PACKAGE.file());
                OutputStream out = Files.newOutputStream(target)) {
            if (!Sha256.copy(in, out).equalsIgnoreCase(offer.sha256())) {
                throw new IOException("the content is not the one that was offered");
            }
        } catch (IOException e) {
            LOG.warn("{} {} cannot be fetched: {}", offer.id(), offer.version(), e.toString());
            throw new Unavailable(messages.text(locale, "pack.fetch", offer.id()));
        }
    }

    /** The descriptors of what comes with the product: their names are kept for it. */
    List<Descriptor> own() {
        try {
            return own.descriptors();
        } catch (IOException e) {
            LOG.warn("The packages that come with the product cannot be listed", e);
            return List.of();
        }
    }
}
