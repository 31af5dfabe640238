package org.sencrm.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The made-up opportunities of a run: row i is always the same. */
final class Rows {

    static final String[] STAGES = {"Prospecting", "Engaging", "Won", "Lost"};

    private static final String[] FIRST = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"};
    private static final String[] SECOND = {"Thương mại", "Dược phẩm", "Nội thất", "Vận tải", "Điện máy", "Nông sản"};

    private Rows() {}

    static String name(int i) {
        return SECOND[i % SECOND.length] + " " + FIRST[(i / 7) % FIRST.length] + " " + Integer.toString(i, 36);
    }

    static String stage(int i) {
        return STAGES[(i * 31) % STAGES.length];
    }

    static String amount(int i) {
        return (i * 7919L % 500_000) + ".50";
    }

    static LocalDate day(int i) {
        return LocalDate.of(2025, 1, 1).plusDays(i % 600);
    }

    /** Customers by name, with what people write on a card. */
    static void writeCustomers(Path file, int rows) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("externalId,name,phone,email\n");
            for (int i = 0; i < rows; i++) {
                csv.write("C" + i + "," + name(i) + ",09" + (10_000_000 + i) + ",c" + i + "@khach.example\n");
            }
        }
    }

    static void writeCsv(Path file, int rows) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("externalId,name,stage,amount,engagedOn,lostReason\n");
            for (int i = 0; i < rows; i++) {
                csv.write("B" + i + "," + name(i) + "," + stage(i) + "," + amount(i) + "," + day(i) + ",\n");
            }
        }
    }
}
