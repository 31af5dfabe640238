package org.sencrm.itests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A walk through all screens, at a desk and on a phone. Keeps a picture of each, and tells what is wrong with it: the
 * wrong colours, sideways scrolling, what shuts people out.
 */
final class Tour {

    private static final int DESK = 1280;
    private static final int PHONE = 360;

    private final Product product;
    private final Chrome chrome;
    private final Api api;
    private final List<String> findings = new ArrayList<>();

    Tour(Product product, Chrome chrome, Api api) {
        this.product = product;
        this.chrome = chrome;
        this.api = api;
    }

    /** Goes everywhere; what was found, one line each. */
    List<String> take(Language language, String theme) throws Exception {
        for (int width : List.of(DESK, PHONE)) {
            Person person = new Person(product, chrome.person(width, width == PHONE ? 740 : 860, theme));
            String suffix = "-" + width + "-" + language.code() + "-" + theme;
            person.open("signin?lang=" + language.code());
            look(person, "signin" + suffix, theme);
            person.signedIn(language).wear(language, theme.equals("dark"));
            for (Map.Entry<String, String> screen : screens().entrySet()) {
                person.open(screen.getValue());
                look(person, screen.getKey() + suffix, theme);
            }
            person.leave();
        }
        return findings;
    }

    private Map<String, String> screens() throws Exception {
        String deal = api.get("/opportunities?limit=1&filter=stage==Engaging")
                .json()
                .at("/items/0/id")
                .asText();
        Map<String, String> screens = new LinkedHashMap<>();
        screens.put("home", "");
        screens.put("list", "opportunities");
        screens.put("record", "opportunities/" + deal);
        screens.put("board", "opportunities/board");
        screens.put("import", "import?type=opportunities");
        screens.put("fields", "settings/fields/accounts");
        screens.put("modules", "modules");
        screens.put("module", "modules/crm-sales");
        screens.put("modules-journal", "modules?show=journal");
        screens.put("modules-sources", "modules?show=sources");
        return screens;
    }

    private void look(Person person, String name, String theme) throws Exception {
        Chrome.picture(person.page(), name);
        if (person.isDark() != theme.equals("dark")) {
            findings.add(name + ": not " + theme);
        }
        if (person.overhang() > 0) {
            findings.add(name + ": scrolls sideways by " + person.overhang() + " px");
        }
        Chrome.seriousViolations(person.page()).forEach(violation -> findings.add(name + ": " + violation));
    }
}
