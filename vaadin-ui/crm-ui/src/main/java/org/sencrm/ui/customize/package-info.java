/** The administrator's page of fields: what the types have, fields of one's own, and rules for records. */
package org.sencrm.ui.customize;
