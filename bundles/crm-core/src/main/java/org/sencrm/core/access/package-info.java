/** Records shared with people and teams, and the answer to why somebody may see a record. */
package org.sencrm.core.access;
