package org.sencrm.transfer.file;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives each column a name of its own: {@code #3} where the header is blank, {@code name (2)} where it comes twice. */
final class Header {

    private Header() {}

    static List<String> of(Row row) {
        int width = row.width();
        if (width > Limits.COLUMNS) {
            throw new UnreadableFile("transfer.file.tooManyColumns", width, Limits.COLUMNS);
        }
        List<String> names = new ArrayList<>(width);
        Set<String> taken = new HashSet<>();
        for (int column = 0; column < width; column++) {
            String text = Normalizer.normalize(row.text(column), Normalizer.Form.NFC);
            String base = text.isEmpty() ? "#" + (column + 1) : text;
            String name = base;
            for (int again = 2; !taken.add(name); again++) {
                name = base + " (" + again + ")";
            }
            names.add(name);
        }
        return List.copyOf(names);
    }
}
