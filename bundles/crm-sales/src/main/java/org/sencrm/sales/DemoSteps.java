package org.sencrm.sales;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.demo.DemoData;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

/** Calls, meetings and tasks about the opportunities of the demonstration firm: what was done, and what comes next. */
final class DemoSteps {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    /** The share of decided opportunities of which something is told. */
    private static final double TOLD = 0.4;

    private static final Map<String, String> KINDS_OF_NEXT = Map.of(
            "Gửi báo giá", "email",
            "Trình bày giải pháp", "meeting",
            "Đàm phán điều khoản thanh toán", "call",
            "Chốt hợp đồng", "meeting",
            "Hẹn khảo sát", "call");
    private static final List<Done> DONE = List.of(
            new Done("call", "Gọi tìm hiểu nhu cầu", "Khách cần lắp đặt trong quý này, đang lấy ba báo giá."),
            new Done("call", "Gọi hỏi ý kiến về báo giá", "Giá chấp nhận được, muốn thêm thời gian bảo hành."),
            new Done("meeting", "Khảo sát mặt bằng", "Mặt bằng tầng 3, có thang hàng, lắp được trong hai ngày."),
            new Done("meeting", "Giới thiệu mẫu tại văn phòng khách", "Chọn màu gỗ sồi, cần thêm bản vẽ bố trí."),
            new Done("email", "Gửi danh mục và bảng giá", null),
            new Done("task", "Chuẩn bị bản vẽ bố trí", null));

    private final DemoData.Writer writer;
    private final DemoSource source;

    DemoSteps(DemoData.Writer writer, DemoSource source) {
        this.writer = writer;
        this.source = source;
    }

    /**
     * An opportunity that somebody works on.
     *
     * @param owner user name; null for the administrator
     */
    record Work(String owner, LocalDate begun, RecordData opportunity) {}

    /** @param note null for none */
    private record Done(String kind, String name, String note) {}

    void write(List<Work> all) {
        for (Work work : all) {
            boolean open = work.opportunity.get("closedOn") == null;
            if (open || source.chance(TOLD)) {
                tell(work, open ? writer.today() : (LocalDate) work.opportunity.get("closedOn"));
            }
            if (work.opportunity.get("nextStepOn") instanceof LocalDate day) {
                plan(work, day);
            }
        }
    }

    /** Something that was done between its beginning and the day. */
    private void tell(Work work, LocalDate until) {
        int days = (int) ChronoUnit.DAYS.between(work.begun, until);
        if (days < 2) {
            return;
        }
        Done done = source.one(DONE);
        LocalDate day = work.begun.plusDays(source.between(1, days - 1));
        Instant due = workingHour(day);
        Map<String, Object> values = activity(work, done.kind, done.name, due);
        values.put("doneAt", due.plus(Duration.ofMinutes(source.between(5, 90))));
        values.put("note", done.note);
        writer.create(work.owner, "activities", day, values);
    }

    /** The next step that the opportunity names, for its day. */
    private void plan(Work work, LocalDate day) {
        String step = work.opportunity.text("nextStep");
        LocalDate before = day.isAfter(writer.today()) ? writer.today().minusDays(1) : day.minusDays(1);
        LocalDate written = before.isBefore(work.begun) ? work.begun : before;
        writer.create(
                work.owner, "activities", written, activity(work, KINDS_OF_NEXT.get(step), step, workingHour(day)));
    }

    private static Map<String, Object> activity(Work work, String kind, String name, Instant due) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("kind", kind);
        values.put("regarding", Reference.to("opportunities", work.opportunity.id()));
        values.put("contact", work.opportunity.get("contact"));
        values.put("dueAt", due);
        return values;
    }

    /** A full or half hour between eight and five. */
    private Instant workingHour(LocalDate day) {
        return day.atTime(source.between(8, 16), source.between(0, 1) * 30)
                .atZone(ZONE)
                .toInstant();
    }
}
