package org.sencrm.sales;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.demo.DemoData;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.search.Folding;

/** Leads of the demonstration firm. */
final class DemoLeads {

    private static final List<String> FAMILY_NAMES = List.of(
            "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Đặng", "Bùi",
            "Đỗ", "Ngô", "Dương");
    private static final List<String> MIDDLE_NAMES =
            List.of("Thị", "Văn", "Minh", "Thanh", "Quốc", "Ngọc", "Hữu", "Thu", "Đức", "Bảo");
    private static final List<String> GIVEN_NAMES = List.of(
            "An", "Bình", "Châu", "Dũng", "Đạt", "Giang", "Hà", "Hải", "Hạnh", "Hương", "Khánh", "Lan", "Linh", "Long",
            "Mai", "Nam", "Nga", "Phong", "Phương", "Quân", "Sơn", "Thảo", "Trang", "Tuấn", "Vân", "Yến");
    private static final List<String> BUSINESSES =
            List.of("Thương mại", "Xây dựng", "Dược phẩm", "Thủy sản", "Nội thất", "Vận tải", "May mặc", "Nông sản");
    private static final List<String> FIRMS = List.of(
            "Đông Á",
            "Hoà Phát Tài",
            "Minh Long",
            "Sao Biển",
            "Tân Tiến",
            "An Khang",
            "Phú Thịnh",
            "Việt Hưng",
            "Bình Minh",
            "Hồng Hà");
    private static final List<String> TITLES = List.of(
            "Giám đốc",
            "Phó giám đốc",
            "Trưởng phòng mua hàng",
            "Kế toán trưởng",
            "Trưởng phòng kỹ thuật",
            "Chủ cửa hàng");
    private static final List<String> SOURCES =
            List.of("web", "web", "web", "phone", "referral", "referral", "event", "campaign", "other");
    private static final List<String> STATUSES =
            List.of("new", "new", "new", "working", "working", "working", "qualified", "unqualified");
    private static final List<String> NEXT_STEPS = List.of(
            "Gọi điện tìm hiểu nhu cầu", "Gửi báo giá tham khảo", "Hẹn gặp tại văn phòng", "Gửi tài liệu sản phẩm");
    private static final List<String> NOTES = List.of(
            "Để lại thông tin trên trang web, muốn được gọi lại trong giờ hành chính.",
            "Khách hàng cũ giới thiệu, đang so sánh ba nhà cung cấp.",
            "Gặp tại triển lãm, quan tâm đến thời gian bảo hành.",
            "Cần hàng trước Tết, hỏi về chính sách công nợ.");

    private static final int LAST_MONTHS = 180;

    private final DemoData.Writer writer;
    private final DemoSource source;

    DemoLeads(DemoData.Writer writer) {
        this.writer = writer;
        this.source = new DemoSource(writer);
    }

    void write(int count) {
        for (int i = 1; i <= count; i++) {
            LocalDate day = writer.today().minusDays(source.daysAgo(LAST_MONTHS));
            writer.create(source.seller(), "leads", day, lead(i));
        }
    }

    private Map<String, Object> lead(int number) {
        String given = source.one(GIVEN_NAMES);
        String name = String.join(" ", source.one(FAMILY_NAMES), source.one(MIDDLE_NAMES), given);
        RecordData product = source.product();
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        if (source.chance(0.75)) {
            values.put("company", "Công ty " + source.one(BUSINESSES) + " " + source.one(FIRMS));
            values.put("title", source.one(TITLES));
        }
        values.put("email", Folding.fold(given) + number + "@example.com");
        // a block of numbers that nobody has
        values.put("phone", "0900 000 %03d".formatted(number));
        values.put("leadSource", source.one(SOURCES));
        values.put("product", DemoSource.reference(product));
        values.put("expectedAmount", source.amount(product, source.between(1, 10)));
        if (source.chance(0.4)) {
            values.put("note", source.one(NOTES));
        }
        progress(values);
        return values;
    }

    private void progress(Map<String, Object> values) {
        String status = source.one(STATUSES);
        values.put("status", status);
        if (!status.equals("unqualified") && source.chance(0.7)) {
            LocalDate day = writer.today().plusDays(source.between(-3, 14));
            values.put("nextStep", source.one(NEXT_STEPS));
            values.put("nextStepOn", day);
        }
    }
}
