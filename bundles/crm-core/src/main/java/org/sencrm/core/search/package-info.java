/** Feeds the full-text index from the change log, and searches in it behind the gate. */
package org.sencrm.core.search;
