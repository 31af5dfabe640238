package org.sencrm.ui.bundle;

import java.net.URL;

/**
 * A file that browsers load.
 *
 * @param type as the header {@code Content-Type} tells it
 * @param content where it lies in its bundle
 */
public record WebFile(String type, URL content) {}
