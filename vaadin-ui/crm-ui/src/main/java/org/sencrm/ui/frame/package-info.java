/** The frame around every page: navigation, top bar, search, commands, keys. */
package org.sencrm.ui.frame;
