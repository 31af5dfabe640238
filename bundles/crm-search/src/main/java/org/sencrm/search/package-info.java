/** The full-text index over all records. Lucene is inside this bundle and seen by nobody else. */
package org.sencrm.search;
