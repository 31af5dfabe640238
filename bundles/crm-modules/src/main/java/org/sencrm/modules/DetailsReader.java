package org.sencrm.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.module.ModuleDetails;
import org.sencrm.api.module.ModuleDetails.Table;
import org.sencrm.api.module.Modules.Module;
import org.sencrm.api.module.Modules.Picture;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;
import org.sencrm.modules.pack.Descriptor;
import org.sencrm.modules.pack.Offer;
import org.sencrm.modules.pack.Unpacked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings together what package, catalog and database say of one module. */
final class DetailsReader {

    private static final Logger LOG = LoggerFactory.getLogger(DetailsReader.class);
    private static final int LONGEST_TEXT = 1 << 16;
    private static final Map<String, String> MEDIA_TYPES =
            Map.of("png", "image/png", "jpg", "image/jpeg", "webp", "image/webp", "svg", "image/svg+xml");

    private final Packages packages;
    private final ModuleTables tables;
    private final Messages messages;

    DetailsReader(Packages packages, ModuleTables tables, Messages messages) {
        this.packages = packages;
        this.tables = tables;
        this.messages = messages;
    }

    ModuleDetails of(Catalog catalog, String id, List<Reference> offFor, Locale locale) {
        Module module = catalog.modules(locale).stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(messages.text(locale, "modules.unknown", id)));
        Optional<Release> shown = catalog.shown(id);
        Optional<Offer> offer = shown.flatMap(this::offer);
        String refusal = null;
        try {
            shown = shown.map(release -> isNear(offer) ? catalog.whole(release, locale) : release);
        } catch (Fault refused) {
            refusal = refused.getMessage();
        }
        Release release =
                shown.orElseGet(() -> Release.offered(id, module.version(), Map.of(), false, Release.About.NOTHING));
        Declared declared = Declared.by(release);
        Optional<Descriptor> descriptor =
                Optional.ofNullable(release.about().unpacked()).map(Unpacked::descriptor);
        return new ModuleDetails(
                module,
                offer.map(Offer::repository).orElse(null),
                declared.signer(),
                declared.permissions(),
                descriptor.map(Descriptor::api).orElse(Map.of()),
                release.needs().stream().collect(Collectors.toMap(Release.Need::id, Release.Need::range)),
                catalog.needing(id).stream().map(ModuleState::id).toList(),
                descriptor.map(Descriptor::screenshots).orElse(List.of()),
                changes(release, locale),
                Catalog.isPlatform(id) ? List.of() : sizes(id, locale),
                offFor,
                refusal);
    }

    private Optional<Offer> offer(Release release) {
        return packages.repositories().available().offers().stream()
                .filter(offer ->
                        offer.id().equals(release.id()) && offer.version().equals(release.version()))
                .findFirst();
    }

    /** Whether the package can be read without fetching it from somewhere. */
    private static boolean isNear(Optional<Offer> offer) {
        return offer.filter(found -> "file".equals(found.address().getScheme())).isPresent();
    }

    private List<Table> sizes(String id, Locale locale) {
        try {
            return tables.sizes(id);
        } catch (SQLException e) {
            LOG.error("The tables of {} cannot be counted", id, e);
            throw new Unavailable(messages.text(locale, "modules.unavailable"));
        }
    }

    private static String changes(Release release, Locale locale) {
        Unpacked unpacked = release.about().unpacked();
        if (unpacked == null) {
            return "";
        }
        Map<String, String> files = unpacked.descriptor().changes();
        String name = files.getOrDefault(locale.getLanguage(), files.get("en"));
        return beside(unpacked, name)
                .map(file -> new String(read(file, LONGEST_TEXT), StandardCharsets.UTF_8))
                .orElse("");
    }

    Picture picture(Catalog catalog, String id, String name, Locale locale) {
        return catalog.shown(id)
                .map(release -> release.about().unpacked())
                .filter(unpacked -> unpacked.descriptor().screenshots().contains(name)
                        || name.equals(unpacked.descriptor().icon()))
                .flatMap(unpacked -> beside(unpacked, name))
                .filter(file -> MEDIA_TYPES.containsKey(ending(name)))
                .map(file -> new Picture(MEDIA_TYPES.get(ending(name)), read(file, Integer.MAX_VALUE)))
                .orElseThrow(() -> new NotFound(messages.text(locale, "modules.noPicture", name)));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The file that the descriptor names, which must lie beside it: a descriptor may name anything. */
    private static Optional<Path> beside(Unpacked unpacked, String name) {
        if (name == null) {
            return Optional.empty();
        }
        Path folder = unpacked.beside("").normalize();
        Path file = folder.resolve(name).normalize();
        return file.startsWith(folder) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    private static byte[] read(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
