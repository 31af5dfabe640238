package org.sencrm.core.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sencrm.api.search.Folding;

/** Made-up firms: a sector, the way its firms are called, and a name that no other one of them has. */
final class Firms {

    private static final List<Sector> SECTORS = List.of(
            new Sector("Bán lẻ", "Siêu thị Điện máy %s", "Chuỗi cửa hàng %s", "Công ty TNHH Thương mại %s"),
            new Sector("Y tế", "Phòng khám Đa khoa %s", "Bệnh viện Quốc tế %s", "Công ty CP Dược phẩm %s"),
            new Sector("Sản xuất", "Công ty CP Cơ khí %s", "Công ty TNHH Bao bì %s", "Công ty TNHH May mặc %s"),
            new Sector("Du lịch", "Khách sạn %s", "Khu nghỉ dưỡng %s", "Công ty CP Du lịch %s"),
            new Sector("Giáo dục", "Trường Quốc tế %s", "Trung tâm Ngoại ngữ %s", "Hệ thống Giáo dục %s"),
            new Sector("Nông nghiệp", "HTX Nông sản %s", "Công ty CP Giống cây trồng %s", "Công ty TNHH Thủy sản %s"),
            new Sector("Vận tải", "Công ty CP Vận tải %s", "Công ty TNHH Kho vận %s", "Công ty CP Cảng %s"),
            new Sector("Xây dựng", "Công ty CP Xây dựng %s", "Công ty TNHH Kiến trúc %s", "Công ty CP Địa ốc %s"),
            new Sector("Công nghệ", "Công ty CP Công nghệ %s", "Công ty TNHH Phần mềm %s", "Công ty CP Viễn thông %s"),
            new Sector("Thực phẩm", "Công ty CP Thực phẩm %s", "Nhà hàng %s", "Công ty TNHH Đồ uống %s"));

    private static final List<String> NAMES = List.of(
            "Hải Đăng",
            "Minh Châu",
            "Sông Hương",
            "Ánh Dương",
            "Biển Đông",
            "Ẩn Phú",
            "Sắc Việt",
            "Tâm Đức",
            "Hoàng Long",
            "Phú Thịnh",
            "An Khang",
            "Đại Phát",
            "Thiên Phúc",
            "Bình Minh",
            "Hồng Hà",
            "Trường Sơn",
            "Nam Việt",
            "Bắc Á",
            "Đông Dương",
            "Tây Đô",
            "Kim Liên",
            "Thành Công",
            "Toàn Cầu",
            "Tân Tiến",
            "Vạn Xuân",
            "Gia Bảo",
            "Ngọc Lan",
            "Phương Nam",
            "Sao Mai",
            "Thăng Long",
            "Trúc Xanh",
            "Việt Hưng",
            "Đức Tín",
            "Hưng Thịnh",
            "Khải Hoàn",
            "Lạc Hồng",
            "Mỹ Á",
            "Nhật Tân",
            "Quang Minh",
            "Rạng Đông",
            "Song Phương",
            "Tín Nghĩa",
            "Uyên Vũ",
            "Vĩnh Hưng",
            "Xuân Mai",
            "Yên Bình",
            "Cát Tường",
            "Bảo Ngọc",
            "Đồng Tâm",
            "Hoà Bình",
            "Linh Chi",
            "Sen Vàng");

    private final Chance chance;
    private final Set<String> given = new HashSet<>();

    Firms(Chance chance) {
        this.chance = chance;
    }

    Firm next() {
        while (true) {
            Sector sector = chance.one(SECTORS);
            String own = chance.one(NAMES);
            String name = chance.one(sector.patterns).formatted(own);
            if (given.add(name)) {
                return new Firm(name, sector.name, host(own));
            }
        }
    }

    /** A host that never exists: names under {@code example} are given to nobody. */
    private static String host(String own) {
        return Folding.fold(own).replace(" ", "") + ".example";
    }

    record Firm(String name, String sector, String host) {}

    private record Sector(String name, List<String> patterns) {
        Sector(String name, String... patterns) {
            this(name, List.of(patterns));
        }
    }
}
