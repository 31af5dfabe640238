/** Calls into modules, limited in time, number and harm. */
package org.sencrm.core.guard;
