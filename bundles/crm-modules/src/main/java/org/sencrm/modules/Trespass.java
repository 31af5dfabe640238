package org.sencrm.modules;

/** A module took a place of the product for itself. */
final class Trespass extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;

    Trespass(String place) {
        super("took " + place);
        this.place = place;
    }

    String place() {
        return place;
    }
}
