/** What browsers and readers get from the bundles of the modules as it lies there: pages of help, files for the web. */
package org.sencrm.ui.bundle;
