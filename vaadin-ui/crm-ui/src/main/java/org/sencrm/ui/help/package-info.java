/** The help: what the product and its modules say about themselves. */
package org.sencrm.ui.help;
