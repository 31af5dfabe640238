/** The screen that brings records in from a file, in five steps that one sees all the time. */
package org.sencrm.ui.transfer;
