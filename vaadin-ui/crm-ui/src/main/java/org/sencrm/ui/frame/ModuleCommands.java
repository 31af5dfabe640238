package org.sencrm.ui.frame;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sencrm.api.fault.Fault;
import org.sencrm.ui.api.Command;
import org.sencrm.ui.host.Contribution;
import org.sencrm.ui.host.HostContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands of the modules as this person has them here. */
final class ModuleCommands {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleCommands.class);

    private final HostContext context;
    private final Here here;

    ModuleCommands(HostContext context, String path) {
        this.context = context;
        this.here = new Here(context, path);
    }

    /** A line for the palette for each command that can be called here and that a text finds. */
    List<Hit> matching(String text) {
        CommandKeys keys = keys();
        return context.offers().commands(here).stream()
                .map(Contribution::content)
                .flatMap(command -> hit(command, keys, text))
                .toList();
    }

    /** Which keys call which command, wherever the person is. */
    CommandKeys keys() {
        return new CommandKeys(context.offers().installedCommands().stream()
                .flatMap(ModuleCommands::wish)
                .toList());
    }

    /** The keys that call a command here, and those that would if they were free. */
    List<CommandKeys.Binding> keysHere() {
        List<String> offered = context.offers().commands(here).stream()
                .map(command -> command.content().name())
                .toList();
        return keys().all().stream()
                .filter(binding -> offered.contains(binding.wish().command()))
                .toList();
    }

    /** What people call a command. */
    String label(String name) {
        return context.text("command." + name);
    }

    /** Runs the command that these keys call, if it can be called here. */
    void pressed(String keys) {
        keys().command(keys).ifPresent(this::run);
    }

    private Stream<Hit> hit(Command command, CommandKeys keys, String text) {
        try {
            String name = command.name();
            String label = label(name);
            String words = "command." + name + ".keywords";
            boolean hasWords = context.messages().has(context.locale(), words);
            return Commands.fits(hasWords ? label + " " + context.text(words) : label, text)
                    ? Stream.of(new Hit(
                            command.icon(),
                            label,
                            written(keys, name),
                            context.text("palette.command"),
                            () -> run(name)))
                    : Stream.empty();
        } catch (Fault broken) {
            LOG.warn("A command is left out of the palette", broken);
            return Stream.empty();
        }
    }

    /** The keys of a command as they stand on the keyboard; empty where none call it. */
    private static String written(CommandKeys keys, String name) {
        return keys.all().stream()
                .filter(binding -> binding.works() && binding.wish().command().equals(name))
                .map(binding -> binding.wish().keys().toUpperCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private static Stream<CommandKeys.Wish> wish(Contribution<Command> command) {
        try {
            return Stream.of(new CommandKeys.Wish(
                    command.content().name(), command.content().shortcut()));
        } catch (Fault broken) {
            LOG.warn("A command of {} has no keys", command.module(), broken);
            return Stream.empty();
        }
    }

    /** Looks for the command again: its module may have gone since it was offered. */
    private void run(String name) {
        try {
            context.offers().commands(here).stream()
                    .map(Contribution::content)
                    .filter(command -> command.name().equals(name))
                    .findFirst()
                    .ifPresent(command -> command.run(here));
        } catch (RuntimeException failed) {
            context.report(failed);
        }
    }
}
