package org.sencrm.core.configuration;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.configuration.Configuration;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.ConfigurationItem.TakeBack;
import org.sencrm.api.configuration.ConfigurationPart.Need;
import org.sencrm.api.configuration.ConfigurationPart.Outline;
import org.sencrm.api.configuration.Promotion;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.text.Messages;
import org.sencrm.core.audit.AuditLog;
import org.sencrm.core.fault.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configuration as its parts store it; nothing of it is kept here. */
@Component(service = Configuration.class)
public final class StoredConfiguration implements Configuration {

    private static final Logger LOG = LoggerFactory.getLogger(StoredConfiguration.class);

    private final Parts parts;
    private final RecordTypes types;
    private final Access access;
    private final Faults faults;
    private final Versions versions;
    private final AuditLog audit;

    @Activate
    public StoredConfiguration(
            @Reference Parts parts,
            @Reference RecordTypes types,
            @Reference Access access,
            @Reference Messages messages,
            @Reference Versions versions,
            @Reference AuditLog audit) {
        this.audit = audit;
        this.parts = parts;
        this.types = types;
        this.access = access;
        this.faults = new Faults(messages);
        this.versions = versions;
    }

    @Override
    public List<Area> changes(Caller caller) {
        guard(caller);
        return parts.all().stream()
                .map(part -> area(caller, part))
                .filter(area -> !area.changes().isEmpty() || area.problem() != null)
                .toList();
    }

    private Area area(Caller caller, Part part) {
        String label = faults.text(caller, "configuration.part." + part.name());
        try {
            List<Change> changes = changed(caller, part)
                    .map(item -> {
                        Outline outline = part.service().outline(caller, item.key(), item.value());
                        return new Change(outline.type(), outline.label(), item, Plain.version(item.value()));
                    })
                    .sorted(Comparator.comparing(Change::label, Collator.getInstance(caller.locale())))
                    .toList();
            return new Area(part.name(), label, changes);
        } catch (RuntimeException e) {
            LOG.error("The part {} of the configuration cannot be read", part.name(), e);
            return new Area(part.name(), label, List.of(), faults.text(caller, "configuration.unreadable"));
        }
    }

    private static Stream<ConfigurationItem> changed(Caller caller, Part part) {
        return part.items(caller).values().stream().filter(StoredConfiguration::isChanged);
    }

    private static boolean isChanged(ConfigurationItem item) {
        return item.isAdded() || !Plain.same(item.value(), item.declared());
    }

    @Override
    public ConfigurationItem takeBack(Caller caller, String name, String key, Long version) {
        guard(caller);
        Part part = part(caller, name);
        ConfigurationItem item = changed(caller, part)
                .filter(changed -> changed.key().equals(key))
                .findFirst()
                .orElseThrow(() -> faults.notFound(caller, "configuration.noChange"));
        long now = Plain.version(item.value());
        if (version != null && version != now) {
            throw new Conflict(faults.text(caller, "configuration.conflict"), now, List.of());
        }
        if (item.takeBack() == TakeBack.NEVER) {
            throw faults.badRequest(caller, "configuration.stays");
        }
        part.service().takeBack(caller, key);
        LOG.info("A change of the part {} was taken back", part.name());
        audit.note(caller, AuditEvent.of("configuration.takenBack").on("configuration", part.name()));
        return item;
    }

    @Override
    public void putBack(Caller caller, String name, ConfigurationItem item) {
        guard(caller);
        Part part = part(caller, name);
        ConfigurationItem there = part.items(caller).get(item.key());
        if (there != null && isChanged(there)) {
            throw new Conflict(faults.text(caller, "configuration.conflict"), Plain.version(there.value()), List.of());
        }
        part.service().putBack(caller, item);
    }

    private Part part(Caller caller, String name) {
        return parts.find(name).orElseThrow(() -> faults.notFound(caller, "configuration.noChange"));
    }

    @Override
    public String write(Caller caller) {
        guard(caller);
        Map<String, String> origins = new TreeMap<>();
        Map<String, Map<String, Map<String, Object>>> written = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Part part : parts.all()) {
            try {
                Map<String, Map<String, Object>> items = items(caller, part, origins);
                if (!items.isEmpty()) {
                    written.put(part.name(), items);
                }
            } catch (RuntimeException e) {
                LOG.error("The part {} of the configuration cannot be written", part.name(), e);
                missing.add(part.name());
            }
        }
        return new ConfigurationFile(versions.product(), versions.modules(caller), origins, written, missing).text();
    }

    /** Values by key. */
    private Map<String, Map<String, Object>> items(Caller caller, Part part, Map<String, String> origins) {
        Map<String, Map<String, Object>> items = new TreeMap<>();
        changed(caller, part).forEach(item -> {
            items.put(item.key(), Plain.of(item.value()));
            part.service().outline(caller, item.key(), item.value()).needs().stream()
                    .map(Need::type)
                    .forEach(name -> types.find(name).ifPresent(type -> origins.put(name, type.module())));
        });
        return items;
    }

    @Override
    public Promotion promote(Caller caller, String text, boolean dryRun) {
        guard(caller);
        if (!dryRun) {
            access.requireProof(caller);
        }
        ConfigurationFile file = ConfigurationFile.read(caller, text, faults);
        Promoter promoter = new Promoter(caller, types, faults, file.types(), dryRun);
        Map<String, Map<String, Map<String, Object>>> unknown = new LinkedHashMap<>(file.parts());
        for (Part part : parts.all()) {
            Map<String, Map<String, Object>> wanted = unknown.remove(part.name());
            if (wanted != null) {
                promoter.bring(part, wanted);
            }
        }
        unknown.forEach(promoter::refuse);
        file.missing().forEach(promoter::miss);
        Promotion promotion = promoter.promotion();
        if (!dryRun) {
            LOG.info(
                    "A configuration was promoted: {} added, {} changed, {} refused",
                    promotion.count(Promotion.State.ADDED),
                    promotion.count(Promotion.State.CHANGED),
                    promotion.count(Promotion.State.REFUSED));
            audit.note(
                    caller,
                    AuditEvent.of("configuration.promoted")
                            .on("configuration")
                            .with("added", promotion.count(Promotion.State.ADDED))
                            .with("changed", promotion.count(Promotion.State.CHANGED))
                            .with("refused", promotion.count(Promotion.State.REFUSED)));
        }
        return promotion;
    }

    private void guard(Caller caller) {
        if (!caller.isSystem() && !access.isAdministrator(caller)) {
            throw faults.forbidden(caller);
        }
    }
}
