package org.sencrm.modules;

/** The process ends here: an error that nothing in the product catches. */
final class Killed extends Error {

    private static final long serialVersionUID = 1L;
}
