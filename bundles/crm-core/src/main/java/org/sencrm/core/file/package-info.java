/** Files of records: bytes in a store under their hash, everything else in the database. */
package org.sencrm.core.file;
