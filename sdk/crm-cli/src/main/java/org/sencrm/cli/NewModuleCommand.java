package org.sencrm.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code new-module NAME}: a project beside where it is called that is built, tested and packed by {@code mvn package}. */
final class NewModuleCommand {

    static final Map<String, Boolean> OPTIONS = Map.of("without-screens", false);

    private final Path place;
    private final Kit kit;
    private final PrintStream out;

    /** @param place the folder in which the new one is made */
    NewModuleCommand(Path place, Kit kit, PrintStream out) {
        this.place = place;
        this.kit = kit;
        this.out = out;
    }

    int run(Arguments arguments) throws IOException {
        ModuleName name = ModuleName.of(arguments.word(0, "the name of the module"));
        arguments.atMost(1);
        Set<String> taken = kit.ownNames();
        if (taken.contains(name.id())) {
            throw new BadUsage("the name " + name.id() + " is taken by a part of the product");
        }
        Path folder = place.resolve(name.id());
        if (Files.exists(folder)) {
            throw new BadUsage("there is a " + name.id() + " here already");
        }
        boolean screens = !arguments.has("without-screens");
        kit.intoLocalRepository();
        new ModuleTemplate(name, kit.version(), screens).write(folder);
        out.println(String.format(Locale.ROOT, """
                made: %1$s
                  cd %1$s && mvn -q package     tests it and makes target/%1$s-1.0.0.kar
                  ./crm module install %1$s/target/%1$s-1.0.0.kar --allow-development-key
                  ./crm dev %1$s                builds and swaps it at each save\
                """, name.id()));
        return Main.DONE;
    }
}
