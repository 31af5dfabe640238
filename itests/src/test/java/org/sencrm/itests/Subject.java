package org.sencrm.itests;

/**
 * What a mark stands in, or an address leads to.
 *
 * @param area name of a record type, or of something else in brackets
 * @param field that holds it; empty for the thing as such
 * @param whose whose record it is
 */
record Subject(String area, String field, Whose whose) {

    /** What only administrators may see, or its owner, who is none of the visitors. */
    static final Subject ADMINISTRATION = new Subject("(administration)", "", Whose.STRANGERS);
    /** What nobody may ever see again. */
    static final Subject SECRET = new Subject("(secret)", "", Whose.STRANGERS);
    /** What is no secret among those who work here. */
    static final Subject NO_SECRET = new Subject("(no secret)", "", Whose.STRANGERS);

    /** Whose a record is among those that carry marks. */
    enum Whose {
        /** Of somebody in no team of any visitor. */
        STRANGERS,
        /** Of the visitor who has rights on own records. */
        OWN,
        /** Of a colleague in the team of the visitor who has rights on that of the team. */
        MATES,
        /** Of somebody in no team of any visitor, and of the company of the visitors from outside. */
        LINKED
    }

    static Subject record(String type, Whose whose) {
        return new Subject(type, "", whose);
    }

    Subject field(String name) {
        return new Subject(area, name, whose);
    }

    /** Something of a record type that belongs to no record, such as the label of a field. */
    static Subject anyOf(String type) {
        return new Subject(type, "", null);
    }
}
