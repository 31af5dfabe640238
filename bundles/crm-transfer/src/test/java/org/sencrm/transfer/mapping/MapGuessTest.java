package org.sencrm.transfer.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sencrm.transfer.support.FileMessages;
import org.sencrm.transfer.support.Types;

class MapGuessTest {

    private final Types types = new Types();
    private final FileMessages messages = new FileMessages()
            .with("en", "type.accounts", "Account")
            .with("vi", "type.accounts", "Khách hàng")
            .with("en", "type.opportunities", "Opportunity")
            .with("en", "type.products", "Product")
            .with("en", "type.users", "User")
            .with("en", "accounts.annualRevenue", "Annual revenue")
            .with("vi", "accounts.annualRevenue", "Doanh thu năm")
            .with("vi", "accounts.phone", "Điện thoại")
            .with("vi", "accounts.sector", "Ngành")
            .with("en", "accounts.foundedYear.alias", "year_established,year founded")
            .with("en", "accounts.parent.alias", "subsidiary of")
            .with("en", "accounts.address.alias", "office location")
            .with("en", "users.name.alias", "sales agent")
            .with("en", "users.team.alias", "manager")
            .with("en", "users.team.parent.alias", "regional office")
            .with("en", "opportunities.engagedOn.alias", "engage date")
            .with("en", "opportunities.closedOn.alias", "close date")
            .with("en", "opportunities.amount.alias", "close value");

    @Test
    void aFileOfAnotherSystemIsMappedByNamesLabelsAndAliases() {
        assertEquals(
                Map.of(
                        "name", "account",
                        "sector", "sector",
                        "foundedYear", "year_established",
                        "annualRevenue", "revenue",
                        "employees", "employees",
                        "address", "office_location",
                        "parent", "subsidiary_of"),
                guess(
                        "accounts",
                        "account",
                        "sector",
                        "year_established",
                        "revenue",
                        "employees",
                        "office_location",
                        "subsidiary_of"));
    }

    @Test
    void aPipelineIsMappedWithItsOwnIdsAsExternalIds() {
        assertEquals(
                Map.of(
                        "externalId", "opportunity_id",
                        "owner", "sales_agent",
                        "product", "product",
                        "account", "account",
                        "stage", "deal_stage",
                        "engagedOn", "engage_date",
                        "closedOn", "close_date",
                        "amount", "close_value"),
                guess(
                        "opportunities",
                        "opportunity_id",
                        "sales_agent",
                        "product",
                        "account",
                        "deal_stage",
                        "engage_date",
                        "close_date",
                        "close_value"));
    }

    @Test
    void partsOfRecordsThatAnImportCreatesAreMappedByTheirAliases() {
        assertEquals(
                Map.of("name", "sales_agent", "team", "manager", "team.parent", "regional_office"),
                guess("users", "sales_agent", "manager", "regional_office"));
    }

    @Test
    void vietnameseHeadersAreKnownWithAndWithoutAccents() {
        assertEquals(
                Map.of(
                        "name",
                        "Tên khách hàng",
                        "annualRevenue",
                        "DOANH THU NAM",
                        "phone",
                        "Số điện thoại",
                        "sector",
                        "ngành"),
                guess("accounts", "Tên khách hàng", "DOANH THU NAM", "Số điện thoại", "ngành"));
    }

    @Test
    void eachColumnIsUsedOnceAndTheSurerMatchWins() {
        Map<String, String> map = guess("accounts", "Account name", "name", "Phone", "Phone number");

        assertEquals("name", map.get("name"));
        assertEquals("Phone", map.get("phone"));
        assertEquals(2, map.size());
    }

    @Test
    void ourOwnFileIsMappedWithoutLoss() {
        Map<String, String> map = guess(
                "accounts",
                "id",
                "name",
                "annualRevenue",
                "annualRevenue.currency",
                "parent",
                "parent.id",
                "createdAt",
                "externalId");

        assertEquals(
                Set.of("id", "name", "annualRevenue", "annualRevenue.currency", "parent", "parent.id", "externalId"),
                map.keySet());
    }

    @Test
    void theIdOfAnotherSystemIsAnExternalIdHere() {
        assertEquals("Id", guess("accounts", "Id", "Name").get("externalId"));
        assertNull(guess("accounts", "Id", "Name").get("id"));
    }

    @Test
    void hiddenFieldsAreNotGuessed() {
        Map<String, String> map = new MapGuess(types, messages)
                .guess(types.get("accounts"), Set.of("annualRevenue"), List.of("name", "annual revenue"));

        assertEquals(Map.of("name", "name"), map);
    }

    @Test
    void theNearestLabelIsFoundWithoutRegardToBlanksAndAccents() {
        List<String> labels = List.of("GTX Basic", "GTX Pro", "GTX Plus Pro", "MG Special");

        assertEquals("GTX Pro", EditDistance.nearest("GTXPro", labels));
        assertEquals("MG Special", EditDistance.nearest("mg spécial", labels));
        assertNull(EditDistance.nearest("Toaster", labels));
    }

    private Map<String, String> guess(String type, String... header) {
        return new MapGuess(types, messages).guess(types.get(type), Set.of(), List.of(header));
    }
}
