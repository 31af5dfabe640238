/** Values of every kind: how they are understood from outside, stored in columns, and written down in the change log. */
package org.sencrm.core.value;
