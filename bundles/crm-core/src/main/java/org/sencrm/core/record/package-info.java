/** The service of records: reading, writing, totals, history, and taking back. */
package org.sencrm.core.record;
