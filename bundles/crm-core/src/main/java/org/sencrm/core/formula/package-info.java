/** Expressions that administrators write: read, checked and calculated within fixed bounds. */
package org.sencrm.core.formula;
