package org.sencrm.core.demo;

import java.util.List;

/** The three parts of the country, each with its team and with some of its provinces as they are since July 2025. */
enum Region {
    NORTH(
            "Miền Bắc",
            new Province("Hà Nội", "024", "Phường Hoàn Kiếm", "Phường Ba Đình", "Phường Cầu Giấy", "Phường Hà Đông"),
            new Province("Hà Nội", "024", "Phường Tây Hồ", "Phường Đống Đa", "Phường Long Biên", "Phường Thanh Xuân"),
            new Province("Hải Phòng", "0225", "Phường Hồng Bàng", "Phường Ngô Quyền", "Phường Lê Chân"),
            new Province("Quảng Ninh", "0203", "Phường Hồng Gai", "Phường Bãi Cháy"),
            new Province("Bắc Ninh", "0222", "Phường Kinh Bắc", "Phường Từ Sơn"),
            new Province("Nghệ An", "0238", "Phường Thành Vinh", "Phường Trường Vinh")),
    CENTRE(
            "Miền Trung",
            new Province(
                    "Đà Nẵng", "0236", "Phường Hải Châu", "Phường Sơn Trà", "Phường Ngũ Hành Sơn", "Phường Hội An"),
            new Province("Huế", "0234", "Phường Thuận Hóa", "Phường Phú Xuân"),
            new Province("Khánh Hòa", "0258", "Phường Nha Trang", "Phường Phan Rang"),
            new Province("Gia Lai", "0269", "Phường Quy Nhơn", "Phường Pleiku"),
            new Province("Đắk Lắk", "0262", "Phường Buôn Ma Thuột", "Phường Tuy Hòa")),
    SOUTH(
            "Miền Nam",
            new Province(
                    "TP. Hồ Chí Minh",
                    "028",
                    "Phường Bến Thành",
                    "Phường Sài Gòn",
                    "Phường Tân Định",
                    "Phường Thủ Đức"),
            new Province("TP. Hồ Chí Minh", "028", "Phường Thủ Dầu Một", "Phường Dĩ An", "Phường Vũng Tàu"),
            new Province("Đồng Nai", "0251", "Phường Trấn Biên", "Phường Biên Hòa"),
            new Province("Cần Thơ", "0292", "Phường Ninh Kiều", "Phường Cái Răng"),
            new Province("An Giang", "0296", "Phường Long Xuyên", "Phường Rạch Giá"),
            new Province("Lâm Đồng", "0263", "Phường Xuân Hương - Đà Lạt", "Phường Phan Thiết"));

    private final String team;
    private final List<Province> provinces;

    Region(String team, Province... provinces) {
        this.team = team;
        this.provinces = List.of(provinces);
    }

    /** Name of the team that works there. */
    String team() {
        return team;
    }

    Province province(Chance chance) {
        return chance.one(provinces);
    }

    /** @param areaCode with which fixed telephone numbers begin */
    record Province(String name, String areaCode, List<String> wards) {

        private static final List<String> STREETS = List.of(
                "Lê Lợi",
                "Nguyễn Huệ",
                "Trần Hưng Đạo",
                "Hai Bà Trưng",
                "Lý Thường Kiệt",
                "Nguyễn Trãi",
                "Quang Trung",
                "Phan Chu Trinh",
                "Điện Biên Phủ",
                "Hùng Vương",
                "Lê Duẩn",
                "Nguyễn Văn Linh",
                "Phạm Văn Đồng",
                "Hoàng Diệu",
                "Bạch Đằng",
                "Ngô Quyền");

        Province(String name, String areaCode, String... wards) {
            this(name, areaCode, List.of(wards));
        }

        /** Two lines: house and street; ward and province. */
        String address(Chance chance) {
            return "%d %s\n%s, %s".formatted(chance.between(2, 398), chance.one(STREETS), chance.one(wards), name);
        }

        /** Of a block that is not given out. */
        String phone(int number) {
            String digits = "%07d".formatted(number % 1000);
            String local = areaCode.length() == 3 ? "0" + digits : digits;
            int middle = local.length() - 4;
            return areaCode + " " + local.substring(0, middle) + " " + local.substring(middle);
        }
    }
}
