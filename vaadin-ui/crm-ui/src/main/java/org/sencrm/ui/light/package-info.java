/** Pages without scripts for small devices and thin lines: find a customer, read, write down a call. */
package org.sencrm.ui.light;
