/** The screen on which administrators install and uninstall modules. */
package org.sencrm.ui.modules;
