/** The change log, and those who are told of what it holds. */
package org.sencrm.core.change;
