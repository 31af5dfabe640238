/** The pages of modules in the settings. */
package org.sencrm.ui.settings;
