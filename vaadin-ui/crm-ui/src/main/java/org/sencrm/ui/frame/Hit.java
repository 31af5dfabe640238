package org.sencrm.ui.frame;

/**
 * A line in a list of results.
 *
 * @param icon name of an icon
 * @param label what it is
 * @param detail tells it apart from others of the same name; empty for none
 * @param kind what kind of thing it is, at the end of the line; empty for none
 * @param choose what happens when a person chooses it
 */
record Hit(String icon, String label, String detail, String kind, Runnable choose) {}
