package org.sencrm.modules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.utils.resource.RequirementImpl;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wiring;
import org.osgi.service.resolver.HostedCapability;
import org.osgi.service.resolver.ResolveContext;

/** What there would be after an operation, as the resolver wants it told: wired bundles, and others beside them. */
final class AfterWorld extends ResolveContext {

    private final Map<Resource, Wiring> wirings;
    private final Resource asked;
    private final Map<String, List<Capability>> offered = new HashMap<>();

    /**
     * @param wirings of the bundles that stay as they are
     * @param others resources that are there and not wired
     * @param asked the one of them that must resolve
     */
    AfterWorld(Map<Resource, Wiring> wirings, Collection<Resource> others, Resource asked) {
        this.wirings = wirings;
        this.asked = asked;
        wirings.values().forEach(wiring -> offer(wiring.getResourceCapabilities(null)));
        others.forEach(resource -> offer(resource.getCapabilities(null)));
    }

    private void offer(List<Capability> capabilities) {
        capabilities.forEach(capability -> offered.computeIfAbsent(capability.getNamespace(), name -> new ArrayList<>())
                .add(capability));
    }

    Resource asked() {
        return asked;
    }

    @Override
    public Collection<Resource> getMandatoryResources() {
        return List.of(asked);
    }

    /** Where several fit, what is wired already comes first, and then the newer. */
    @Override
    public List<Capability> findProviders(Requirement requirement) {
        RequirementImpl question = new RequirementImpl(
                requirement.getResource(),
                requirement.getNamespace(),
                requirement.getDirectives(),
                requirement.getAttributes());
        List<Capability> fitting = new ArrayList<>();
        for (Capability capability : offered.getOrDefault(requirement.getNamespace(), List.of())) {
            if (question.matches(capability)) {
                fitting.add(capability);
            }
        }
        fitting.sort((one, other) -> {
            int wired = Boolean.compare(isWired(other), isWired(one));
            return wired != 0 ? wired : version(other).compareTo(version(one));
        });
        return fitting;
    }

    private boolean isWired(Capability capability) {
        return wirings.containsKey(capability.getResource());
    }

    private static org.osgi.framework.Version version(Capability capability) {
        Object version = capability.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE);
        return version instanceof org.osgi.framework.Version known ? known : org.osgi.framework.Version.emptyVersion;
    }

    @Override
    public int insertHostedCapability(List<Capability> capabilities, HostedCapability hosted) {
        capabilities.add(0, hosted);
        return 0;
    }

    /** Services come and go while things run; they are no matter of wiring. */
    @Override
    public boolean isEffective(Requirement requirement) {
        String effective = requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
        return effective == null || effective.equals(Namespace.EFFECTIVE_RESOLVE);
    }

    @Override
    public Map<Resource, Wiring> getWirings() {
        return wirings;
    }
}
