/** Signs of the product: its icons and its name. */
package org.sencrm.ui.look;
