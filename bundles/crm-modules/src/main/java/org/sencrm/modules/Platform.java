package org.sencrm.modules;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The run-time under the product, as far as modules concern it. Locations name bundles of modules. */
interface Platform {

    /** Locations of all bundles that were installed as part of a module, those of earlier processes too. */
    Set<String> installed();

    /** The version of the installed bundle of this name; empty where there is none. */
    Optional<String> version(String bundle);

    /** Whether the bundle runs; a fragment does when its host has it. */
    boolean isRunning(String location);

    /** The number under which the framework has the bundle. */
    OptionalLong number(String location);

    /** Whether the bundle of this name, one of the product, runs. */
    boolean runs(String bundle);

    /**
     * Installs what is not there yet; starts nothing.
     *
     * @param ours whether the makers of the product vouch for it; what others publish is kept from the product's places
     */
    void install(Collection<Release.Part> parts, boolean ours) throws Exception;

    /** Id of the module of which a bundle lies there. */
    String module(String location);

    /** By module the place of the product that it took for itself since it was last installed. */
    Map<String, String> trespassers();

    /** How many threads run that belong to each module, by id; a module without any is left out. */
    Map<String, Integer> threads();

    /**
     * Ends what still runs of a module that was stopped, as far as it lets itself be ended.
     *
     * @return how many of its threads run on
     */
    int endThreads(String module);

    /**
     * Starts the bundle for as long as this process lives: the framework itself never starts a bundle of a module.
     *
     * @throws java.util.concurrent.TimeoutException where it takes longer than the limit
     */
    void start(Release.Part part, Duration limit) throws Exception;

    void stop(String location, Duration limit) throws Exception;

    /** Stops and uninstalls the bundles, and wires anew exactly what still held on to them. */
    void remove(Collection<String> locations, Duration limit) throws Exception;

    /** Names of the bundles that are wired anew when these go, themselves left out. */
    List<String> rewired(Collection<String> locations);

    /**
     * What would lack something if these bundles went and those came: by name of the bundle the words of what is missing.
     * Looks at what comes and at every bundle of a module that would have to be wired anew.
     */
    Map<String, String> lacking(Collection<String> going, Collection<Release.Part> coming);
}
