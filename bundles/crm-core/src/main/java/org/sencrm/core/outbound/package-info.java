/** The door through which the product asks other machines. */
package org.sencrm.core.outbound;
