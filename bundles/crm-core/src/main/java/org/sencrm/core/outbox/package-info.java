/** The outbox: parcels in a table, and the threads that hand them to their senders. */
package org.sencrm.core.outbox;
