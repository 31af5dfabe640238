package org.sencrm.core.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sencrm.api.demo.DemoData;
import org.sencrm.api.record.Money;

/** What is known of the customers as people: needs, habits, and how far they have come. */
final class DemoProfiles {

    private static final long SEED = 1_975;

    private static final List<String> NEEDS = List.of(
            "Giao hàng trong ngày",
            "Máy chạy êm",
            "Trả góp không lãi",
            "Bảo trì tận nơi",
            "Thay máy cũ",
            "Mẫu dùng thử",
            "Hóa đơn điện tử trong ngày");
    private static final List<String> HABITS = List.of(
            "Mua theo lô cuối tháng", "Gọi điện trước khi đến", "Hỏi ý kiến kế toán", "Đặt hàng qua Zalo", "So giá kỹ");
    private static final List<String> FACTORS = List.of("quality", "price", "range", "service", "delivery");
    private static final List<String> MEDIA = List.of("zalo", "facebook", "onlineNews", "television", "youtube");
    private static final List<String> MARITAL = List.of("single", "married", "married", "married", "divorced");
    private static final List<String> EDUCATION = List.of("highSchool", "college", "university", "university");
    private static final Map<String, List<String>> JOURNEY = Map.of(
            "customer", List.of("purchase", "use", "use", "loyalty"),
            "prospect", List.of("awareness", "consideration"),
            "suspect", List.of("awareness"),
            "former", List.of("use"));
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** Of its own, so that the customers are the same with and without. */
    private final Chance chance = new Chance(new Random(SEED));

    /** Puts the choices into their lists as demonstration data, so that they go with it. */
    void addChoices(DemoData.Writer writer) {
        NEEDS.forEach(need -> writer.create(null, "listentries", Map.of("name", need, "list", "needs")));
        HABITS.forEach(habit -> writer.create(null, "listentries", Map.of("name", habit, "list", "habits")));
    }

    Map<String, Object> ofAccount(String status) {
        Map<String, Object> values = new HashMap<>();
        values.put("journeyStage", chance.one(JOURNEY.get(status)));
        if (chance.hits(0.5)) {
            values.put("needs", some(NEEDS));
            values.put("habits", List.of(chance.one(HABITS)));
            values.put("decisionFactors", some(FACTORS));
        }
        return values;
    }

    Map<String, Object> ofContact() {
        Map<String, Object> values = new HashMap<>();
        if (chance.hits(0.4)) {
            values.put("maritalStatus", chance.one(MARITAL));
            values.put("education", chance.one(EDUCATION));
            values.put("children", BigDecimal.valueOf(chance.between(0, 3)));
            values.put("income", new Money(MILLION.multiply(BigDecimal.valueOf(chance.between(9, 60))), "VND"));
            values.put("mediaHabits", some(MEDIA));
            values.put("needs", List.of(chance.one(NEEDS)));
        }
        return values;
    }

    private List<String> some(List<String> of) {
        List<String> chosen = new ArrayList<>(List.of(chance.one(of)));
        String second = chance.one(of);
        if (!chosen.contains(second)) {
            chosen.add(second);
        }
        return chosen;
    }
}
