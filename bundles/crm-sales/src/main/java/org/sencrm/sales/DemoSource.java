package org.sencrm.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.sencrm.api.demo.DemoData;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

/** What the demo sales draw from: the firm's people and products, and chance that falls the same way at each start. */
final class DemoSource {

    private static final BigDecimal ROUND = BigDecimal.valueOf(100_000);

    private final Random random;
    private final List<RecordData> products;
    /** User names by id. */
    private final Map<Long, String> sellers;

    DemoSource(DemoData.Writer writer) {
        this.random = writer.random();
        this.products = writer.written("products");
        this.sellers = writer.written("users").stream()
                .filter(user -> "staff".equals(user.text("kind")))
                .collect(Collectors.toMap(
                        RecordData::id, user -> user.text("userName"), (one, other) -> one, LinkedHashMap::new));
    }

    /** User name of one of the firm's people; null, for the administrator, where there are none. */
    String seller() {
        return sellers.isEmpty() ? null : one(List.copyOf(sellers.values()));
    }

    /** User name of the one who looks after the record and so may see it; null, for the administrator, for nobody. */
    String ownerOf(RecordData record) {
        Reference owner = record.reference("owner");
        return owner == null ? null : sellers.get(owner.id());
    }

    /** Null where the firm sells nothing yet. */
    RecordData product() {
        return products.isEmpty() ? null : one(products);
    }

    /** What some pieces of the product cost with a discount, in round numbers; null without product or price. */
    Money amount(RecordData product, int pieces) {
        Money price = product == null ? null : product.money("price");
        if (price == null) {
            return null;
        }
        BigDecimal discount = BigDecimal.valueOf(100L - 5L * random.nextInt(4), 2);
        BigDecimal exact = price.amount().multiply(BigDecimal.valueOf(pieces)).multiply(discount);
        BigDecimal round = exact.compareTo(ROUND) < 0
                ? exact.setScale(0, RoundingMode.HALF_UP)
                : exact.divide(ROUND, 0, RoundingMode.HALF_UP).multiply(ROUND);
        return new Money(round, price.currency());
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** True in this share of cases, 0 to 1. */
    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** A number from the first to the second, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** A number of days ago, up to the one given; recent days are likelier, as business grows. */
    int daysAgo(int longest) {
        return (int) (longest * (1 - Math.sqrt(random.nextDouble())));
    }

    static Reference reference(RecordData record) {
        return record == null ? null : Reference.to(record.type(), record.id());
    }
}
