/** Turns what callers ask for (RSQL filters, sort orders, cursors, quick search) into conditions with bound values. */
package org.sencrm.core.filter;
