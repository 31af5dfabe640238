/** Sets of records under a name, live and static. */
package org.sencrm.core.set;
