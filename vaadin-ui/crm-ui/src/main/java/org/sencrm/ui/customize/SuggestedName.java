package org.sencrm.ui.customize;

import java.text.Normalizer;
import java.util.Locale;

/** The name for programs that a label suggests; empty where nothing is left with which a name can begin. */
final class SuggestedName {

    private static final int LONGEST = 40;

    private SuggestedName() {}

    /** "Ngày sinh nhật" suggests ngaySinhNhat. */
    static String ofField(String label) {
        StringBuilder name = new StringBuilder();
        for (String word : words(label)) {
            name.append(
                    name.isEmpty() || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return fitting(name.toString());
    }

    /** "Thiết bị" suggests thietbi. */
    static String ofType(String label) {
        return fitting(String.join("", words(label)));
    }

    private static String[] words(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replaceAll("[^A-Za-z0-9]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .split(" ");
    }

    private static String fitting(String name) {
        String fitting = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        return fitting.matches("[a-z].*") ? fitting : "";
    }
}
