package org.sencrm.vietnam;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The administrative units as the module brings them, in {@code data/units.tsv}.
 *
 * @param version day of which they are
 */
record Units(String version, List<Unit> provinces, List<Unit> communes) {

    static final String PROVINCES = "provinces";
    static final String COMMUNES = "communes";

    private static final String FILE = "/data/units.tsv";
    private static final String VERSION = "# as of ";
    private static final Map<String, String> KINDS = Map.of(
            "Thành phố", "city",
            "Tỉnh", "province",
            "Phường", "ward",
            "Xã", "commune",
            "Đặc khu", "specialZone");

    /**
     * @param title with its kind
     * @param province code of the province; null for one
     */
    record Unit(String code, String title, String province) {

        /** Code of the choice, which the title begins with. */
        String kind() {
            return KINDS.entrySet().stream()
                    .filter(kind -> title.startsWith(kind.getKey() + " "))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no kind of unit: " + title));
        }
    }

    static Units read() {
        String version = "";
        List<Unit> provinces = new ArrayList<>();
        List<Unit> communes = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Units.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t");
                if (line.startsWith(VERSION)) {
                    version = line.substring(VERSION.length());
                } else if (cells.length == 2) {
                    provinces.add(new Unit(cells[0], cells[1], null));
                } else if (cells.length == 3) {
                    communes.add(new Unit(cells[0], cells[1], cells[2]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Units(version, List.copyOf(provinces), List.copyOf(communes));
    }
}
