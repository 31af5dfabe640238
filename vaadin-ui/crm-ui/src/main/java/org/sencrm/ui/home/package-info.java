/** The home page: today's work, first steps, tiles of the modules. */
package org.sencrm.ui.home;
