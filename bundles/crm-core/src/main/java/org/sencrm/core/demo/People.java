package org.sencrm.core.demo;

import java.util.List;
import org.sencrm.api.search.Folding;

/** Made-up people with Vietnamese names: family name, middle name, given name. */
final class People {

    private static final List<String> FAMILY_NAMES = List.of(
            "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Phạm", "Hoàng", "Huỳnh",
            "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trịnh", "Mai", "Đoàn");
    private static final List<String> WOMEN_MIDDLE =
            List.of("Thị", "Thị Thu", "Thị Minh", "Ngọc", "Thanh", "Thuỳ", "Phương", "Kim", "Bích", "Mỹ");
    private static final List<String> WOMEN_GIVEN = List.of(
            "Anh", "Châu", "Chi", "Diệp", "Dung", "Giang", "Hà", "Hạnh", "Hiền", "Hoa", "Hồng", "Huệ", "Hương", "Lan",
            "Linh", "Loan", "Ly", "Mai", "My", "Nga", "Ngân", "Nhung", "Oanh", "Quyên", "Thảo", "Trang", "Tuyết", "Vân",
            "Xuân", "Yến");
    private static final List<String> MEN_MIDDLE =
            List.of("Văn", "Hữu", "Đức", "Minh", "Quốc", "Công", "Xuân", "Thành", "Bá", "Gia", "Anh", "Đình");
    private static final List<String> MEN_GIVEN = List.of(
            "An", "Bảo", "Bình", "Cường", "Dũng", "Đạt", "Đông", "Duy", "Hải", "Hiếu", "Hoà", "Hùng", "Huy", "Khang",
            "Khoa", "Kiên", "Lâm", "Long", "Mạnh", "Nam", "Nghĩa", "Phong", "Phúc", "Quân", "Quang", "Sơn", "Tài",
            "Thắng", "Tiến", "Trung", "Tú", "Tuấn", "Tùng", "Vinh");

    private final Chance chance;
    private int phones;

    People(Chance chance) {
        this.chance = chance;
    }

    String name() {
        boolean woman = chance.hits(0.5);
        return String.join(
                " ",
                chance.one(FAMILY_NAMES),
                chance.one(woman ? WOMEN_MIDDLE : MEN_MIDDLE),
                chance.one(woman ? WOMEN_GIVEN : MEN_GIVEN));
    }

    /** A mobile number of a block that is not given out: whoever tries a message with demo data reaches nobody. */
    String phone() {
        phones++;
        return "%s %03d".formatted(List.of("0900 000", "0910 000", "0980 000").get(phones / 1000 % 3), phones % 1000);
    }

    /** The name as an address at a host that never exists, such as {@code an.nguyen@haidang.example}. */
    static String email(String name, String host) {
        String[] words = Folding.fold(name).split(" ");
        return words[words.length - 1] + "." + words[0] + "@" + host;
    }
}
