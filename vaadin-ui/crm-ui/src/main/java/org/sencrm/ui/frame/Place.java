package org.sencrm.ui.frame;

/**
 * A place in the navigation.
 *
 * @param address relative to {@code /ui/}
 * @param label what people read
 * @param icon name of an icon
 * @param group message key of the group; empty for none
 * @param order place within the group, small first
 */
record Place(String address, String label, String icon, String group, int order) {}
