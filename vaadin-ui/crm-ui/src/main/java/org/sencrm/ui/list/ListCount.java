package org.sencrm.ui.list;

import org.sencrm.ui.host.HostContext;

/** How many records a list shows, in words: exact up to a bound, so that no list is slow because of its number. */
final class ListCount {

    /** The greatest number that is counted out; one more stands for all that are greater. */
    static final long MOST = 10_000;

    private ListCount() {}

    static boolean isExact(long number) {
        return number <= MOST;
    }

    /** The number, or that there are more than are counted. */
    static String words(HostContext context, long number) {
        return isExact(number) ? context.format(number) : context.text("list.moreThan", MOST);
    }
}
