package org.sencrm.core.signin;

import java.util.LinkedHashMap;
import java.util.Map;

/** What browser and system call themselves, in two words that people know. */
final class Device {

    /** The first that fits counts: browsers name those that they want to be taken for, too. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "coc_coc",
            "Cốc Cốc",
            "Firefox",
            "Firefox",
            "FxiOS",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome",
            "Chrome",
            "Safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    private Device() {}

    /** Empty where nothing is known of it. */
    static String of(String agent) {
        if (agent == null) {
            return "";
        }
        String browser = find(BROWSERS, agent);
        String system = find(SYSTEMS, agent);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
    }

    private static String find(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... namesAndWords) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (int i = 0; i < namesAndWords.length; i += 2) {
            ordered.put(namesAndWords[i], namesAndWords[i + 1]);
        }
        return ordered;
    }
}
