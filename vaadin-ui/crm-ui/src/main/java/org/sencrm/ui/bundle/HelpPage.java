package org.sencrm.ui.bundle;

import java.util.List;

/**
 * A page of help of a module in one language.
 *
 * @param module that it is about
 * @param name last part of the address: that of a screen or record type where it explains one; {@link #FIRST} for the page
 *     with which a module's help begins
 * @param language of the text
 * @param title its first heading
 * @param headings of its parts
 * @param markdown the text, as it lies in the bundle
 * @param folder address of the folder in which it lies, against which its pictures are told
 */
public record HelpPage(
        String module,
        String name,
        String language,
        String title,
        List<Heading> headings,
        String markdown,
        String folder) {

    /** Name of the first page of a module. */
    public static final String FIRST = "index";

    /** A part of a page, and the id under which it is found there. */
    public record Heading(String id, String text) {}

    boolean isFirst() {
        return name.equals(FIRST);
    }
}
