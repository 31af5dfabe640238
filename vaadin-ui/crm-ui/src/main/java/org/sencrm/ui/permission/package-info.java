/** What roles grant: on the page of a role, and of all roles side by side. */
package org.sencrm.ui.permission;
