package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.After;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.OrderWith;
import org.sencrm.itests.Subject.Whose;

/**
 * What somebody may not see does not come to their browser: all that the server says to the window of one who may see own
 * records, and not all fields of these, is read for the words that stand in everything else.
 */
@OrderWith(Step.ByStep.class)
public class TrafficIT {

    /** What the person may see own records of, and which fields not. */
    private static final Map<String, List<String>> HIDDEN = Map.of(
            "accounts", List.of("taxCode", "website", "annualRevenue"),
            "contacts", List.of("email", "note"),
            "leads", List.of("email", "note"),
            "opportunities", List.of("nextStep", "amount"),
            "activities", List.of("note"));

    /** An amount in hidden fields, however it is written. */
    private static final String AMOUNT = "7391846205.00";

    private static final Pattern ANY_AMOUNT =
            Pattern.compile("7[.,\\s\\u00a0]?391[.,\\s\\u00a0]?846[.,\\s\\u00a0]?205");

    /** Of marked dates. */
    private static final String MONTH = "2026-03";
    /** So much of a word is no word yet, and finds what begins with it. */
    private static final int BEGINNING = 10;

    /** One leak shows on many pages. */
    private static final int MOST_SHOWN = 20;

    private static final String TWIN = "Xưởng mộc Kim Bồng";
    private static final String TWINS_PHONE = "0235 386 1122";

    @ClassRule
    @Rule
    public static final Scene scene = new Scene();

    private static final Marks marks = new Marks();
    private static Product product;
    private static Api api;
    private static MarkedRecords records;
    private static Addresses addresses;
    private static Visitors visitors;
    private static Visitor seller;
    private static Person person;
    private static Recording recording;

    @BeforeClass
    public static void open() throws Exception {
        product = scene.product();
        api = product.admin();
        String unique = marks.in(Subject.NO_SECRET).substring(2);
        visitors = new Visitors(product.port(), api, unique);
        MarkedTypes types = MarkedTypes.make(api, marks, unique.substring(0, 6));
        records = new MarkedRecords(api, marks, visitors.owners());
        records.make();
        addresses = new MarkedThings(product, marks, types, records, visitors).make();
        seller = visitors.guarded(HIDDEN);
        change("accounts", Whose.OWN, "annualRevenue", Map.of("amount", AMOUNT, "currency", "VND"));
        change("opportunities", Whose.OWN, "amount", Map.of("amount", AMOUNT, "currency", "VND"));
        twins();
        mention();
        Page window = scene.window(1280);
        person = new Person(product, window).signedIn(Language.EN, visitors.ownersName(), visitors.password());
        recording = Recording.of(window);
    }

    /** Two own records that look alike, and one of somebody else. */
    private static void twins() throws Exception {
        for (Whose whose : List.of(Whose.OWN, Whose.OWN, Whose.STRANGERS)) {
            String word = marks.in(Subject.record("accounts", whose).field("sector"));
            String owner = visitors.owners().get(whose).get("owner");
            api.post("/accounts", Map.of("name", TWIN, "phone", TWINS_PHONE, "sector", word, "owner", owner))
                    .created();
        }
    }

    /** The person is named in a comment on an own record, which is somebody else's from then on. */
    private static void mention() throws Exception {
        Subject foreign = Subject.record("accounts", Whose.STRANGERS);
        String owner = visitors.owners().get(Whose.OWN).get("owner");
        Api.Answer account = api.post("/accounts", Map.of("name", marks.in(foreign), "owner", owner));
        String address = "/accounts/" + account.created();
        api.post(address + "/comments", Map.of("text", marks.in(foreign), "mentions", List.of(owner)))
                .created();
        Map<String, String> away = Map.of("owner", visitors.stranger());
        Api.Answer given = api.patch(address, account.json().path("version").asLong(), away);
        assertEquals(given.toString(), 200, given.status());
    }

    /** Puts another value into a field. */
    private static void change(String type, Whose whose, String field, Object value) throws Exception {
        String address = "/" + type + "/" + id(type, whose);
        long version = api.get(address).json().path("version").asLong();
        Api.Answer changed = api.patch(address, version, Map.of(field, value));
        assertEquals(changed.toString(), 200, changed.status());
    }

    /** Puts another word into a field. @return the word */
    private static String mark(String type, Whose whose, String field) throws Exception {
        String word = marks.in(Subject.record(type, whose).field(field));
        change(type, whose, field, word);
        return word;
    }

    private static String id(String type, Whose whose) {
        return records.id(type, whose);
    }

    private static String beginning(String word) {
        return word.substring(0, BEGINNING);
    }

    /** After each step: nothing came that is not for this person, and all that came was read. */
    @After
    public void nothingElseCame() {
        person.settle();
        assertEquals(List.of(), recording.missed());
        List<String> leaks = leaks();
        assertTrue(
                leaks.size() + " leaks:\n" + String.join("\n", leaks.subList(0, Math.min(MOST_SHOWN, leaks.size()))),
                leaks.isEmpty());
    }

    private static List<String> leaks() {
        List<String> leaks = new ArrayList<>();
        for (Recording.Said said : recording.all()) {
            for (String word : marks.found(said.text())) {
                if (!seller.sees().test(marks.subject(word))) {
                    leaks.add(marks.subject(word) + " in " + said.from() + ": " + Marks.around(said.text(), word));
                }
            }
            if (ANY_AMOUNT.matcher(said.text()).find()) {
                leaks.add("the amount in " + said.from());
            }
        }
        return leaks;
    }

    @Test
    @Step(1)
    public void whatAnAdministratorIsShownIsFoundInWhatCame() throws Exception {
        Page window = scene.window(1280);
        Person admin = new Person(product, window).signedIn();
        Recording shown = Recording.of(window);
        admin.open("accounts?columns=" + fields("accounts"));
        Set<String> came = words(shown);
        for (Whose whose : List.of(Whose.STRANGERS, Whose.OWN)) {
            assertTrue(came.contains(records.name("accounts", whose)));
            assertTrue(came.contains(records.words("accounts", whose).get("taxCode")));
        }
        assertTrue(shown.all().stream()
                .anyMatch(said -> ANY_AMOUNT.matcher(said.text()).find()));
        admin.leave();
    }

    private static String fields(String type) throws Exception {
        return StreamSupport.stream(
                        api.get("/types/" + type).json().path("fields").spliterator(), false)
                .map(field -> field.path("name").asText())
                .collect(Collectors.joining(","));
    }

    private static Set<String> words(Recording of) {
        return of.all().stream()
                .flatMap(said -> marks.found(said.text()).stream())
                .collect(Collectors.toSet());
    }

    @Test
    @Step(2)
    public void listsWithAllFieldsInEveryOrder() throws Exception {
        for (String type : HIDDEN.keySet()) {
            person.open(type + "?columns=" + fields(type));
            for (String hidden : HIDDEN.get(type)) {
                person.open(type + "?sort=" + hidden + "&by=" + hidden);
                String word = records.words(type, Whose.OWN).get(hidden);
                if (word != null) {
                    person.open(type + "?filter=" + encoded(hidden + "==" + beginning(word) + "*"));
                }
            }
            person.open(type + "?q=" + beginning(records.name(type, Whose.STRANGERS)));
        }
        person.open(
                "contacts?filter=" + encoded("account.taxCode==zq*") + "&columns=name,account.taxCode,account.sector");
        person.open("accounts?view=" + id("views", Whose.STRANGERS));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    @Step(3)
    public void aListAsItsOwnToolsShowIt() {
        ListScreen list = new ListScreen(person, "accounts");
        list.shows(3);
        person.button("Columns").click();
        for (Locator box : person.dialog().getByRole(AriaRole.CHECKBOX).all()) {
            box.check();
        }
        person.answer("Apply");
        person.awaitNoDialog();
        person.settle();
        person.button("Sort").click();
        person.answer("Apply");
        person.awaitNoDialog();
        person.button("Advanced").click();
        person.answer("Cancel");
        person.awaitNoDialog();
        list.filter("Status", "Prospect");
        person.open("accounts");
        list.search(TWIN);
        list.shows(2);
        saved(person.button("Export"), "CSV (.csv)");
        saved(person.button("Export"), "Excel (.xlsx)");
        person.page().locator("a.row-link").first().focus();
        person.page().keyboard().press("Space");
        assertThat(person.page().locator(".quick-view")).containsText(TWIN);
        person.settle();
    }

    private static void saved(Locator menu, String format) {
        menu.click();
        recording.keep(person.page()
                .waitForDownload(() -> person.page().getByText(format).click()));
    }

    @Test
    @Step(4)
    public void boardsCalendarsGroupsAndFigures() {
        for (String address : List.of(
                "opportunities/board",
                "leads/board",
                "accounts/board",
                "contacts/board",
                "opportunities?by=stage",
                "accounts?by=status",
                "activities?by=kind",
                "activities/calendar?by=dueAt&day=" + MONTH,
                "contacts/calendar?by=birthday&day=" + MONTH,
                "opportunities/calendar?by=expectedCloseOn&day=" + MONTH,
                "screen/pipeline")) {
            person.open(address);
        }
    }

    @Test
    @Step(5)
    public void whatIsFoundFromAnywhere() throws Exception {
        person.open("");
        person.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Notifications")))
                .click();
        person.settle();
        person.page().keyboard().press("Escape");
        String own = records.name("accounts", Whose.OWN);
        Await.until(
                "the marks in the search",
                Duration.ofSeconds(20),
                () -> api.get("/search?q=" + own).json().path("items").size() > 0);
        for (String key : List.of("/", "Control+k")) {
            person.page().keyboard().press(key);
            for (String typed : List.of(
                    beginning(records.name("accounts", Whose.STRANGERS)),
                    beginning(records.words("accounts", Whose.OWN).get("taxCode")),
                    TWIN,
                    beginning(own))) {
                person.page().keyboard().press("Control+a");
                person.page().keyboard().type(typed);
                person.settle();
            }
            assertThat(person.page().getByRole(AriaRole.OPTION).first()).containsText(own);
            person.page().keyboard().press("Escape");
        }
    }

    @Test
    @Step(6)
    public void ownRecordsWithTheirHistory() {
        for (String type : HIDDEN.keySet()) {
            person.open(type + "/" + id(type, Whose.OWN));
            for (String tab : List.of("Timeline", "History", "Overview")) {
                person.page()
                        .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(tab))
                        .first()
                        .click();
                person.settle();
            }
            person.page().keyboard().press("e");
            assertThat(person.dialog()).isVisible();
            person.settle();
            person.page().keyboard().press("Escape");
            person.awaitNoDialog();
        }
    }

    @Test
    @Step(7)
    public void whatLooksAlike() {
        ListScreen list = new ListScreen(person, "accounts?q=" + encoded(TWIN));
        list.openRecord(TWIN);
        person.button("Compare").click();
        assertThat(person.dialog()).containsText(TWIN);
        person.settle();
        person.page().keyboard().press("Escape");
        person.awaitNoDialog();
        person.open("accounts/new");
        person.page().locator("[data-field=name] input").pressSequentially(TWIN);
        assertThat(person.page().locator(".duplicate")).containsText(TWIN);
        person.settle();
    }

    @Test
    @Step(8)
    public void addressesOfWhatIsSomebodyElses() {
        for (String type : records.types()) {
            if (id(type, Whose.STRANGERS) != null) {
                person.open(type + "/" + id(type, Whose.STRANGERS));
            }
        }
        for (String type : HIDDEN.keySet()) {
            person.open(type + "/" + id(type, Whose.MATES));
        }
        for (String address : List.of(
                "users",
                "roles",
                "webhooks",
                "settings",
                "settings/permissions",
                "settings/fields/accounts",
                "modules",
                "import")) {
            person.open(address);
        }
    }

    @Test
    @Step(9)
    public void filesAndPagesWithoutScripts() {
        for (Whose whose : List.of(Whose.OWN, Whose.STRANGERS)) {
            String file = addresses.part("/files/{id}", whose).value();
            String account = id("accounts", whose);
            String name = records.name("accounts", whose);
            for (String address : List.of(
                    "record-file/" + file,
                    "light/accounts/" + account + "?lang=en",
                    "light/opportunities/" + id("opportunities", whose),
                    "light?q=" + beginning(name),
                    "light")) {
                person.page().navigate(product.page(address));
                person.page().waitForLoadState(LoadState.NETWORKIDLE);
            }
        }
        person.open("");
    }

    @Test
    @Step(10)
    public void whatIsToldOfChangesWhileAPageIsOpen() throws Exception {
        person.open("accounts/" + id("accounts", Whose.OWN));
        followed();
        person.open("accounts?columns=" + fields("accounts"));
        followed();
    }

    /** What others change comes to the open page, and nothing of what is hidden. */
    private static void followed() throws Exception {
        mark("accounts", Whose.STRANGERS, "name");
        mark("accounts", Whose.STRANGERS, "sector");
        mark("accounts", Whose.OWN, "taxCode");
        String shown = mark("accounts", Whose.OWN, "sector");
        assertThat(person.content().getByText(shown).first()).isVisible();
        person.settle();
        assertTrue("nothing was pushed", recording.pushed().contains(shown));
    }

    /** The last step: the words that are for this person came, so that those of others would have been found. */
    @Test
    @Step(11)
    public void allThatIsTheirsCame() {
        Set<String> came = words(recording);
        List<Subject> missing = new ArrayList<>();
        marks.all().forEach((word, subject) -> {
            boolean own = HIDDEN.containsKey(subject.area()) && subject.whose() == Whose.OWN;
            if (own && seller.sees().test(subject) && !came.contains(word)) {
                missing.add(subject);
            }
        });
        assertEquals(List.of(), missing);
    }
}
