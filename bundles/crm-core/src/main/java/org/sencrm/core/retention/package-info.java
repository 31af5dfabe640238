/** What goes when it has been kept long enough, and what has to stay. */
package org.sencrm.core.retention;
