/** Settings of the installation and of one's own access, and what administrators do with users and roles. */
package org.sencrm.ui.administration;
