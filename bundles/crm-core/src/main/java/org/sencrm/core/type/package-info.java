/** What the engine knows of the record types that are installed now: fields, columns, choices. */
package org.sencrm.core.type;
