/** Keeps the fields up to date that follow from others: formulas, and roll-ups over records that point to one. */
package org.sencrm.core.computed;
