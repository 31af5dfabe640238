/** The files of a record: added, looked at, taken back. */
package org.sencrm.ui.file;
