package org.sencrm.core.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.demo.DemoData;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

/** Two years of calls, meetings and tasks with the accounts; some overdue, some for today, some planned. */
@Component(property = "service.ranking:Integer=700")
public final class DemoActivities implements DemoData {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int PAST = 2800;
    private static final int PAST_DAYS = 730;
    private static final int OVERDUE = 40;
    private static final int OVERDUE_DAYS = 14;
    private static final int TODAY = 30;
    private static final int PLANNED = 130;
    private static final int PLANNED_DAYS = 30;
    /** How many days before it is due an activity is planned. */
    private static final int AHEAD = 4;
    /** The share of what is not done that falls to the administrator, who looks at the demo. */
    private static final double OWN = 0.15;

    /** Subjects by kind; the first placeholder is the contact's name, the second the account's. */
    private static final Map<String, List<String>> SUBJECTS = Map.of(
            "call",
            List.of(
                    "Gọi %1$s về báo giá",
                    "Gọi lại %2$s", "Gọi %1$s hỏi tiến độ thanh toán", "Gọi chăm sóc %2$s sau giao hàng"),
            "meeting",
            List.of("Gặp %1$s tại văn phòng khách", "Giới thiệu mẫu mới cho %2$s", "Khảo sát mặt bằng %2$s"),
            "task",
            List.of("Gửi báo giá cho %2$s", "Chuẩn bị hợp đồng %2$s", "Kiểm tra tồn kho cho đơn của %2$s"),
            "email",
            List.of("Gửi danh mục sản phẩm cho %1$s", "Trả lời %1$s về bảo hành", "Xác nhận lịch giao hàng với %1$s"),
            "note",
            List.of("Ghi chú về %2$s"));

    private static final List<String> KINDS =
            List.of("call", "call", "call", "call", "meeting", "meeting", "task", "task", "email", "email", "note");
    private static final List<String> OPEN_KINDS = List.of("call", "call", "call", "meeting", "task", "task", "email");
    private static final List<String> NOTES = List.of(
            "Khách quan tâm đến thời gian bảo hành và lắp đặt.",
            "Cần giao trước cuối tháng, hỏi thêm chiết khấu khi đặt trên 50 bộ.",
            "Đang chờ ban giám đốc duyệt ngân sách.",
            "Hài lòng với lần giao hàng vừa rồi, có thể giới thiệu thêm đối tác.",
            "Thích được gọi từ 14 đến 16 giờ.",
            "Đề nghị gửi mẫu gỗ và bảng màu.",
            "So sánh với hai nhà cung cấp khác, sẽ trả lời trong tuần tới.");

    @Override
    public void fill(Writer writer) {
        new Filling(writer).run();
    }

    /** One filling, with what it draws from. */
    private static final class Filling {

        private final Writer writer;
        private final Chance chance;
        private final Staff staff;
        private final List<RecordData> accounts;
        private final Map<Long, List<RecordData>> contacts;

        Filling(Writer writer) {
            this.writer = writer;
            this.chance = new Chance(writer.random());
            this.staff = new Staff(writer);
            this.accounts = writer.written("accounts");
            this.contacts = writer.written("contacts").stream()
                    .collect(Collectors.groupingBy(
                            contact -> contact.reference("account").id()));
        }

        void run() {
            for (int i = 0; i < PAST; i++) {
                done(writer.today().minusDays(chance.between(1, PAST_DAYS)));
            }
            for (int i = 0; i < OVERDUE; i++) {
                open(writer.today().minusDays(chance.between(1, OVERDUE_DAYS)));
            }
            for (int i = 0; i < TODAY; i++) {
                open(writer.today());
            }
            for (int i = 0; i < PLANNED; i++) {
                open(writer.today().plusDays(chance.between(1, PLANNED_DAYS)));
            }
        }

        private void done(LocalDate day) {
            RecordData account = chance.one(accounts);
            Instant due = workingHour(day);
            Map<String, Object> values = activity(account, chance.one(KINDS), due);
            values.put("doneAt", due.plus(Duration.ofMinutes(chance.between(3, 90))));
            if (chance.hits(0.5)) {
                values.put("note", chance.one(NOTES));
            }
            writer.create(staff.owner(account), "activities", planned(day), values);
        }

        private void open(LocalDate day) {
            RecordData account = chance.one(accounts);
            String owner = chance.hits(OWN) ? null : staff.owner(account);
            writer.create(
                    owner, "activities", planned(day), activity(account, chance.one(OPEN_KINDS), workingHour(day)));
        }

        /** The day on which somebody wrote it down. */
        private LocalDate planned(LocalDate due) {
            LocalDate day = due.minusDays(AHEAD);
            LocalDate yesterday = writer.today().minusDays(1);
            return day.isAfter(yesterday) ? yesterday : day;
        }

        private Map<String, Object> activity(RecordData account, String kind, Instant due) {
            RecordData contact = chance.one(contacts.get(account.id()));
            Map<String, Object> values = new HashMap<>();
            values.put("name", chance.one(SUBJECTS.get(kind)).formatted(contact.text("name"), account.text("name")));
            values.put("kind", kind);
            values.put("regarding", Reference.to("accounts", account.id()));
            values.put("contact", Reference.to("contacts", contact.id()));
            values.put("dueAt", due);
            values.put("team", account.reference("team"));
            return values;
        }

        /** Half an hour or full hour between eight and five. */
        private Instant workingHour(LocalDate day) {
            return day.atTime(chance.between(8, 16), chance.between(0, 1) * 30)
                    .atZone(ZONE)
                    .toInstant();
        }
    }
}
