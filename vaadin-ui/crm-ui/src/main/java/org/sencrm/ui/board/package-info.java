/** The board of any record type with a choice that says how far a record is: a column for each option. */
package org.sencrm.ui.board;
