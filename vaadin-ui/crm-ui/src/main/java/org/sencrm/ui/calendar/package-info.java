/** The records of any type by the days of a date field. */
package org.sencrm.ui.calendar;
