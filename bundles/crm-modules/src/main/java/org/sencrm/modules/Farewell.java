package org.sencrm.modules;

/** Takes what a module holds to a place outside of it before it goes for good. */
interface Farewell {

    /** Returns when the files are whole; throws where one could not be written, and then nothing may go. */
    void export(String module) throws Exception;
}
