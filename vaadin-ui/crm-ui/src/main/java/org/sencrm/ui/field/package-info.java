/** How a value of each field kind is shown and edited: the same in lists, forms, record pages and boards. */
package org.sencrm.ui.field;
