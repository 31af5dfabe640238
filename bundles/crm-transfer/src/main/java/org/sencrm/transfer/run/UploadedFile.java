package org.sencrm.transfer.run;

/** A file that was taken in. */
record UploadedFile(String id, String name, String hash, long uploadedBy) {}
