/** The page of a record of any type and the form for one: facts, timeline, related records, history. */
package org.sencrm.ui.record;
