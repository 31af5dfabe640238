/** Which records are open to whom beyond what roles reach, as it is stored. No rights: the gate asks here. */
package org.sencrm.core.share;
