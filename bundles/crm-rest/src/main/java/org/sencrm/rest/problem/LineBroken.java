package org.sencrm.rest.problem;

import java.io.IOException;

/** The one who asks went away in the middle. Nobody's fault, and nobody is left to be told. */
public final class LineBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LineBroken(IOException cause) {
        super(cause);
    }
}
