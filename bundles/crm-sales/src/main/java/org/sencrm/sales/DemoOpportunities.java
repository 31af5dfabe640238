package org.sencrm.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sencrm.api.demo.DemoData;
import org.sencrm.api.record.RecordData;

/** Opportunities of the demonstration firm over the last two years. */
final class DemoOpportunities {

    private static final int TWO_YEARS = 730;
    private static final List<String> LOST_REASONS = List.of(
            "Giá cao hơn đối thủ",
            "Giá cao hơn đối thủ",
            "Chọn nhà cung cấp khác",
            "Hoãn ngân sách sang năm sau",
            "Không còn nhu cầu",
            "Thời gian giao hàng quá lâu",
            "Không liên lạc được");
    private static final List<String> NEXT_STEPS = List.of(
            "Gửi báo giá", "Trình bày giải pháp", "Đàm phán điều khoản thanh toán", "Chốt hợp đồng", "Hẹn khảo sát");

    private final DemoData.Writer writer;
    private final DemoSource source;
    private final List<RecordData> accounts;
    private final Map<Long, List<RecordData>> contactsByAccount;

    DemoOpportunities(DemoData.Writer writer) {
        this.writer = writer;
        this.source = new DemoSource(writer);
        this.accounts = writer.written("accounts");
        this.contactsByAccount = writer.written("contacts").stream()
                .filter(contact -> contact.reference("account") != null)
                .collect(Collectors.groupingBy(
                        contact -> contact.reference("account").id()));
    }

    void write(int count) {
        List<DemoSteps.Work> work = new ArrayList<>();
        for (int i = 0; i < count && !accounts.isEmpty(); i++) {
            RecordData account = source.one(accounts);
            String owner = source.ownerOf(account);
            int age = source.daysAgo(TWO_YEARS);
            LocalDate begun = writer.today().minusDays(age);
            work.add(new DemoSteps.Work(
                    owner, begun, writer.create(owner, "opportunities", begun, opportunity(account, age))));
        }
        new DemoSteps(writer, source).write(work);
    }

    /** @param age how many days ago it began */
    private Map<String, Object> opportunity(RecordData account, int age) {
        RecordData product = source.product();
        Map<String, Object> values = new HashMap<>();
        values.put("name", name(product, account));
        values.put("account", DemoSource.reference(account));
        values.put("contact", DemoSource.reference(contactOf(account)));
        values.put("product", DemoSource.reference(product));
        values.put("amount", source.amount(product, source.between(1, 20)));
        if (source.chance(decidedAt(age))) {
            close(values, age);
        } else {
            keepOpen(values, age);
        }
        return values;
    }

    private static String name(RecordData product, RecordData account) {
        return product == null ? account.text("name") : product.text("name") + " · " + account.text("name");
    }

    private RecordData contactOf(RecordData account) {
        List<RecordData> contacts = contactsByAccount.get(account.id());
        return contacts == null ? null : source.one(contacts);
    }

    /** Which share of opportunities is decided after so many days. */
    private static double decidedAt(int age) {
        return Math.min(0.98, age / 150.0);
    }

    private void close(Map<String, Object> values, int age) {
        LocalDate engaged = writer.today().minusDays(age);
        LocalDate closed = engaged.plusDays(source.between(0, Math.min(age, 110)));
        values.put("engagedOn", engaged);
        values.put("expectedCloseOn", closed.plusDays(source.between(-10, 20)));
        values.put("closedOn", closed);
        if (source.chance(0.58)) {
            values.put("stage", "Won");
        } else {
            values.put("stage", "Lost");
            values.put("lostReason", source.one(LOST_REASONS));
        }
    }

    private void keepOpen(Map<String, Object> values, int age) {
        boolean engaging = source.chance(age > 14 ? 0.75 : 0.3);
        values.put("stage", engaging ? "Engaging" : "Prospecting");
        if (engaging) {
            values.put("engagedOn", writer.today().minusDays(age));
        }
        values.put("expectedCloseOn", writer.today().plusDays(source.between(-7, 90)));
        if (source.chance(0.8)) {
            values.put("nextStep", source.one(NEXT_STEPS));
            values.put("nextStepOn", writer.today().plusDays(source.between(-2, 10)));
        }
    }
}
