/** The list of any record type: filter, sort, columns, saved views, bulk changes. */
package org.sencrm.ui.list;
