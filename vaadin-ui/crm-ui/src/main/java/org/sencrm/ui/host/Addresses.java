package org.sencrm.ui.host;

import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Addresses of pages, relative to {@code /ui/}. */
public final class Addresses {

    /** Below this path of the server lies everything. */
    public static final String UI = "/ui";

    /** The last part of the address of a form for a new record. */
    public static final String NEW = "new";
    /** Query parameter of a list or board: RSQL. */
    public static final String FILTER = "filter";

    public static final String HOME = "";
    public static final String SIGN_IN = "signin";
    /** Where a link from a mail leads; what it proves stands behind the sign {@code #}, which reaches no log. */
    public static final String PASSWORD = "password";

    /** What somebody has to agree to before anything else. */
    public static final String AGREE = "agree";

    /** Query parameter of the sign-in page: somebody was signed out by what changed about the account. */
    public static final String ENDED = "ended";

    public static final String IMPORT = "import";
    public static final String MODULES = "modules";
    public static final String SETTINGS = "settings";
    public static final String HELP = "help";
    /** Query parameter of a page of help: the id of one of its parts. */
    public static final String PART = "part";

    /** Beginning of the addresses by which people sign in at a provider outside; with the provider they come back there. */
    public static final String OUTSIDE = "outside/";
    /** Query parameter of the way to a provider: the address of the page where the person wants to go. */
    public static final String TO = "to";

    /** Beginning of the addresses of files; with a dash, which no record type has in its name. */
    public static final String FILE = "record-file/";
    /** Query parameter of a file: it is to be saved, not shown. */
    public static final String DOWNLOAD = "download";

    private Addresses() {}

    /**
     * The way to a provider outside, from the root of the server.
     *
     * @param to the address of the page where the person wants to go, from the root too
     */
    public static String outside(String provider, String to) {
        return UI + "/" + OUTSIDE + provider + "/go?" + TO + "=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    public static String list(String type) {
        return type;
    }

    public static String board(String type) {
        return type + "/board";
    }

    public static String calendar(String type) {
        return type + "/calendar";
    }

    public static String record(String type, long id) {
        return type + "/" + id;
    }

    public static String create(String type) {
        return type + "/" + NEW;
    }

    public static String importRun(long id) {
        return IMPORT + "/" + id;
    }

    /** The page of a module's screen. */
    public static String screen(String path) {
        return "screen/" + path;
    }

    /** A module's page of settings. */
    public static String settings(String path) {
        return SETTINGS + "/" + path;
    }

    /** The page with the fields of a type. */
    public static String fields(String type) {
        return SETTINGS + "/fields/" + type;
    }

    /** A page of help. */
    public static String help(String module, String page) {
        return HELP + "/" + module + "/" + page;
    }

    /** The content of a file of a record, to be shown where that is safe. */
    public static String file(long id) {
        return FILE + id;
    }

    /** As {@link #file}, to be saved on the person's computer. */
    public static String download(long id) {
        return FILE + id + "?" + DOWNLOAD;
    }

    /** The page of a module itself. */
    public static String module(String id) {
        return MODULES + "/" + id;
    }

    /** Query parameters that lead to a part of a page of help. */
    public static QueryParameters helpPart(String id) {
        return QueryParameters.simple(Map.of(PART, id));
    }

    /** Query parameters for a filter; none for an empty one. */
    public static QueryParameters filter(String rsql) {
        return rsql == null || rsql.isBlank() ? QueryParameters.empty() : QueryParameters.simple(Map.of(FILTER, rsql));
    }
}
