package org.sencrm.core.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.demo.DemoData;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

/** Three hundred accounts all over the country, with two people each. */
@Component(property = "service.ranking:Integer=800")
public final class DemoCustomers implements DemoData {

    private static final int ACCOUNTS = 300;
    /** The youngest has been known for longer than the activities with it go back. */
    private static final int KNOWN_DAYS = 740;

    private static final int CONTACTS_EACH = 2;
    private static final BigDecimal TEN_MILLION = BigDecimal.valueOf(10_000_000);
    private static final List<Region> WHERE = List.of(
            Region.NORTH,
            Region.NORTH,
            Region.NORTH,
            Region.CENTRE,
            Region.CENTRE,
            Region.SOUTH,
            Region.SOUTH,
            Region.SOUTH);
    private static final List<String> STATUSES = List.of(
            "customer",
            "customer",
            "customer",
            "customer",
            "prospect",
            "prospect",
            "prospect",
            "suspect",
            "suspect",
            "former");
    private static final List<String> TITLES = List.of(
            "Giám đốc",
            "Phó giám đốc",
            "Trưởng phòng Mua hàng",
            "Trưởng phòng Hành chính",
            "Kế toán trưởng",
            "Chuyên viên mua hàng",
            "Trợ lý giám đốc",
            "Quản lý cơ sở vật chất");

    @Override
    public void fill(Writer writer) {
        new Filling(writer).run();
    }

    /** One filling, with what it draws from. */
    private static final class Filling {

        private final Writer writer;
        private final Chance chance;
        private final Firms firms;
        private final People people;
        private final Staff staff;
        private final DemoProfiles profiles = new DemoProfiles();

        /** The account to which a seller's next branches belong: one of the same seller, who sees no others. */
        private final Map<String, RecordData> parents = new HashMap<>();

        Filling(Writer writer) {
            this.writer = writer;
            this.chance = new Chance(writer.random());
            this.firms = new Firms(chance);
            this.people = new People(chance);
            this.staff = new Staff(writer);
        }

        void run() {
            profiles.addChoices(writer);
            for (int number = 1; number <= ACCOUNTS; number++) {
                Region region = chance.one(WHERE);
                String seller = chance.one(staff.names(region));
                Firms.Firm firm = firms.next();
                LocalDate day = writer.today().minusDays(KNOWN_DAYS + ACCOUNTS - number);
                RecordData account =
                        writer.create(seller, "accounts", day, account(number, region, firm, parents.get(seller)));
                if (chance.hits(0.1)) {
                    parents.put(seller, account);
                }
                for (int i = 0; i < CONTACTS_EACH; i++) {
                    writer.create(seller, "contacts", day, contact(account, region, firm.host()));
                }
            }
        }

        private Map<String, Object> account(int number, Region region, Firms.Firm firm, RecordData parent) {
            Region.Province province = region.province(chance);
            int employees = (int) chance.spread(6, 1800);
            Map<String, Object> values = new HashMap<>();
            values.put("name", firm.name());
            values.put("sector", firm.sector());
            String status = chance.one(STATUSES);
            values.put("status", status);
            values.putAll(profiles.ofAccount(status));
            values.put("phone", province.phone(number));
            values.put("email", "lienhe@" + firm.host());
            values.put("website", "https://www." + firm.host());
            values.put("taxCode", chance.taxCode());
            values.put("address", province.address(chance));
            values.put("employees", BigDecimal.valueOf(employees));
            values.put("annualRevenue", revenue(employees));
            values.put(
                    "foundedYear",
                    BigDecimal.valueOf(chance.between(1990, writer.today().getYear() - 2)));
            values.put("team", staff.team(region));
            if (parent != null && chance.hits(0.05)) {
                values.put("parent", Reference.to("accounts", parent.id()));
            }
            return values;
        }

        /** Some hundred million đồng a head, rounded to ten million. */
        private Money revenue(int employees) {
            BigDecimal exact = BigDecimal.valueOf(employees * chance.spread(150e6, 1500e6));
            BigDecimal round =
                    exact.divide(TEN_MILLION, 0, RoundingMode.HALF_UP).multiply(TEN_MILLION);
            return new Money(round, "VND");
        }

        private Map<String, Object> contact(RecordData account, Region region, String host) {
            String name = people.name();
            Map<String, Object> values = profiles.ofContact();
            values.put("name", name);
            values.put("account", Reference.to("accounts", account.id()));
            values.put("title", chance.one(TITLES));
            values.put("phone", people.phone());
            values.put("email", People.email(name, host));
            values.put("team", staff.team(region));
            if (chance.hits(0.6)) {
                LocalDate birthday =
                        LocalDate.of(chance.between(1965, 2000), 1, 1).plusDays(chance.between(0, 364));
                values.put("birthday", birthday);
            }
            return values;
        }
    }
}
